import { Button, FileButton, Group, Text } from "@mantine/core";
import { useState } from "react";
import type { ListedPerson } from "../../../../contract/directory.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useTell } from "../use-tell.js";
import { toSquare } from "./to-square.js";

/** A person's photo, saved as soon as it is chosen; whatever its size, it is made small here. */
export function PhotoField({ person, onSaved }: { person: ListedPerson; onSaved: () => void }) {
  const t = useTexts(adminTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [photoUrl, setPhotoUrl] = useState(person.photoUrl);
  const run = async (save: () => Promise<ListedPerson>): Promise<void> => {
    try {
      setPhotoUrl((await save()).photoUrl);
      tell.done(t("saved", { name: person.name }));
      onSaved();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
  };
  const choose = (file: File | null): void => {
    if (file) void run(async () => api.admin.setPhoto(person.id, await toSquare(file)));
  };
  return (
    <Group gap="sm">
      <PersonAvatar name={person.name} photoUrl={photoUrl} size={48} />
      <FileButton accept="image/png,image/jpeg,image/webp" onChange={choose}>
        {(props) => (
          <Button {...props} variant="default" size="xs">
            {t("person.photo.choose")}
          </Button>
        )}
      </FileButton>
      {photoUrl && (
        <Button variant="default" size="xs" onClick={() => void run(() => api.admin.removePhoto(person.id))}>
          {t("person.photo.remove")}
        </Button>
      )}
      <Text size="xs" c="dimmed" w="100%">
        {t("person.photo.hint")}
      </Text>
    </Group>
  );
}
