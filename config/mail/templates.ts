import {
  AppError,
  type EmailTemplate,
  type EmailTemplateDraft,
  emailTemplateDraftSchema,
  type Principal,
} from "../../contract/index.js";
import {
  fromJson,
  isUniqueViolation,
  newId,
  noteChange,
  type Row,
  type Store,
  toJson,
} from "../../store/index.js";
import { unknownVariables } from "./fill.js";

/** The parameters that point at a template. */
const templateParameters = [447];

export interface Templates {
  /** By name. */
  list(): Promise<EmailTemplate[]>;
  byId(id: string): Promise<EmailTemplate | undefined>;
  /** Throws `template/refused` for a name that is taken and for a variable that does not exist. */
  create(draft: EmailTemplateDraft, by: Principal): Promise<EmailTemplate>;
  /** As `create`, and `template/not-found`. */
  update(id: string, draft: EmailTemplateDraft, by: Principal): Promise<EmailTemplate>;
  /** Throws `template/in-use` while a parameter names it, so that no parameter is left dangling. */
  remove(id: string): Promise<void>;
}

type Joined = Row<"email_template"> & { readonly author: string | null };

/** The templates of e-mails, kept by admins. */
export function createTemplates({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: () => number;
}): Templates {
  const { db } = store;
  const { subject, text } = emailTemplateDraftSchema.shape;

  async function read(id?: string): Promise<EmailTemplate[]> {
    const all = db
      .selectFrom("email_template")
      .leftJoin("account", "account.id", "email_template.updated_by")
      .selectAll("email_template")
      .select("account.name as author")
      .orderBy("email_template.name");
    const [rows, uses] = await Promise.all([
      (id === undefined ? all : all.where("email_template.id", "=", id)).execute(),
      db
        .selectFrom("parameter")
        .select(["number", "value"])
        .where("number", "in", templateParameters)
        .execute(),
    ]);
    return rows.map((row) => toTemplate(row, uses));
  }

  function toTemplate(row: Joined, uses: readonly { number: number; value: string }[]): EmailTemplate {
    return {
      id: row.id,
      name: row.name,
      subject: fromJson(subject, row.subject_json),
      text: fromJson(text, row.text_json),
      usedBy: uses.filter(({ value }) => value === row.id).map(({ number }) => number),
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      updatedBy: row.author ?? undefined,
    };
  }

  async function required(id: string): Promise<EmailTemplate> {
    const [template] = await read(id);
    if (template === undefined) throw new AppError("template/not-found", "There is no such template.");
    return template;
  }

  return {
    list: () => read(),
    byId: async (id) => (await read(id))[0],
    create: async (draft, by) => {
      const at = now();
      const row = {
        id: newId(),
        ...toColumns(draft),
        created_at: at,
        updated_at: at,
        updated_by: by.accountId,
      };
      await named(draft, () => db.insertInto("email_template").values(row).execute());
      noteChange({ type: "email-template", id: row.id, after: { ...draft } });
      return required(row.id);
    },
    update: async (id, draft, by) => {
      const { name, subject: was, text: wasText } = await required(id);
      const row = { ...toColumns(draft), updated_at: now(), updated_by: by.accountId };
      await named(draft, () => db.updateTable("email_template").set(row).where("id", "=", id).execute());
      const before = { name, subject: was, text: wasText };
      noteChange({ type: "email-template", id, before, after: { ...draft } });
      return required(id);
    },
    remove: async (id) => {
      const { usedBy, name } = await required(id);
      if (usedBy.length > 0) {
        throw new AppError(
          "template/in-use",
          `Parameter ${usedBy.join(", ")} names this template; change it first.`,
          {
            details: { parameters: usedBy },
          },
        );
      }
      await db.deleteFrom("email_template").where("id", "=", id).execute();
      noteChange({ type: "email-template", id, before: { name } });
    },
  };
}

function toColumns(draft: EmailTemplateDraft) {
  const unknown = [...Object.values(draft.subject), ...Object.values(draft.text)].flatMap(unknownVariables);
  if (unknown.length > 0) {
    const names = [...new Set(unknown)].map((name) => `{${name}}`);
    throw refused(`There is no value for ${names.join(", ")}.`);
  }
  return { name: draft.name, subject_json: toJson(draft.subject), text_json: toJson(draft.text) };
}

async function named(draft: EmailTemplateDraft, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw refused(`Another template has the name ${draft.name}.`);
    throw error;
  }
}

function refused(reason: string): AppError {
  return new AppError("template/refused", reason, { details: { reason } });
}
