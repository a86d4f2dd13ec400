import { sql } from "kysely";
import { type SurveyComment, surveyCommentSchema } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { ofSurveys } from "../reports/satisfaction.js";
import type { ReportScope } from "../reports/scope.js";

const commentsMax = 200;

interface Line {
  readonly id: string;
  readonly at: number;
  readonly score: number;
  readonly comment: string;
  readonly agent_name: string | null;
}

/** What requesters wrote with their scores, newest first; talks that are under way keep theirs to themselves. */
export async function readComments(db: Db, scope: ReportScope): Promise<SurveyComment[]> {
  const { rows } = await sql<Line>`select f.*, p.name as agent_name from (
      select c.id as id, s.answered_at as at, s.score as score, s.comment as comment,
        coalesce(a.agent_id, a.last_agent_id) as agent_id
      from ${ofSurveys(scope, "all")} and s.comment is not null and c.owner_kind = 'none') f
    left join account p on p.id = f.agent_id
    order by f.at desc limit ${sql.lit(commentsMax)}`.execute(db);
  return rows.map(({ id, at, score, comment, agent_name }) =>
    surveyCommentSchema.parse({
      conversationId: id,
      at,
      score,
      comment,
      agentName: agent_name ?? undefined,
    }),
  );
}
