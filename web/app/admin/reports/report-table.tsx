import { Table } from "@mantine/core";
import type { Report } from "../../../../contract/report.js";
import { toColumnKey, toShown } from "./to-shown.js";
import { useReportsTexts } from "./use-reports-texts.js";

/** Every number of a report, and what they make all together. */
export function ReportTable({ report, title }: { report: Report; title: string }) {
  const t = useReportsTexts();
  const { name, by, columns, rows, totals } = report;
  const cells = (values: Report["totals"]) =>
    values.map((value, place) => (
      <Table.Td key={columns[place]} ta="right">
        {toShown(name, value, t.locale)}
      </Table.Td>
    ));
  return (
    <Table.ScrollContainer
      minWidth={120 + columns.length * 90}
      maxHeight={420}
      scrollAreaProps={{
        viewportProps: { tabIndex: 0, role: "region", "aria-label": t("table.of", { report: title }) },
      }}
    >
      <Table stickyHeader striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`by.${by}`)}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} ta="right">
                {t(toColumnKey(name, column))}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" fw={400}>
                {row.name}
              </Table.Th>
              {cells(row.values)}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t("total")}</Table.Th>
            {cells(totals)}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
