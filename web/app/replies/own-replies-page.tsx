import { Box, Container } from "@mantine/core";
import admin from "../admin/admin.module.css";
import { Header } from "../shared/header.js";
import { RepliesPage } from "./replies-page.js";

/** `/agent/replies`: the replies an attendant may use, and their own to keep. */
export function OwnRepliesPage() {
  return (
    <Box className={admin.page}>
      <Header />
      <Container component="main" id="content" size="lg" w="100%" py="lg">
        <RepliesPage />
      </Container>
    </Box>
  );
}
