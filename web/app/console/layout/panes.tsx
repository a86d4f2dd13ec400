import { Box, Splitter } from "@mantine/core";
import { useDebouncedCallback, useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { useConsoleTexts } from "../console-context.js";
import { DetailsPane } from "../details/details-pane.js";
import { TalkPane } from "../talk/talk-pane.js";
import { WorkPane } from "../work/work-pane.js";
import classes from "./layout.module.css";
import { PhonePanes } from "./phone-panes.js";
import { Rail } from "./rail.js";

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly leftFolded: boolean;
  readonly rightFolded: boolean;
}

const rememberAfterMs = 300;

/** A quarter of the window for each side pane, within what fits a list and leaves room for the talk. */
function createLayout(): Layout {
  const sidePx = Math.round(Math.min(340, Math.max(260, window.innerWidth * 0.24)));
  return { left: sidePx, right: sidePx, leftFolded: false, rightFolded: false };
}

/** Where the panes stand and which are folded; remembered in this browser. */
export function useLayout() {
  return useLocalStorage<Layout>({
    key: "deskhand.console.panes",
    defaultValue: createLayout(),
    getInitialValueInEffect: false,
  });
}

/** Work, talk and details side by side; on a narrow screen one at a time. */
export function Panes() {
  const narrow = useMediaQuery("(max-width: 56em)", undefined, { getInitialValueInEffect: false });
  return narrow ? <PhonePanes /> : <WidePanes />;
}

function WidePanes() {
  const t = useConsoleTexts();
  const [layout, setLayout] = useLayout();
  const { left, right, leftFolded, rightFolded } = layout;
  const fold = (change: Partial<Layout>) => () => setLayout({ ...layout, ...change });

  const panes = [
    ...(leftFolded
      ? []
      : [{ id: "left", size: left, node: <WorkPane onFold={fold({ leftFolded: true })} /> }]),
    { id: "middle", size: undefined, node: <TalkPane component="main" /> },
    ...(rightFolded
      ? []
      : [{ id: "right", size: right, node: <DetailsPane onFold={fold({ rightFolded: true })} /> }]),
  ];
  const remember = useDebouncedCallback((sizes: readonly (string | number)[]): void => {
    const at = (id: string, known: number) => {
      const size = Number.parseFloat(String(sizes[panes.findIndex((pane) => pane.id === id)]));
      return Number.isFinite(size) ? Math.round(size) : known;
    };
    setLayout({ ...layout, left: at("left", left), right: at("right", right) });
  }, rememberAfterMs);

  return (
    <Box className={classes.body}>
      {leftFolded && (
        <Rail side="start" label={t("pane.unfold-work")} onUnfold={fold({ leftFolded: false })} />
      )}
      <Splitter
        key={panes.map(({ id }) => id).join()}
        className={classes.split}
        lineSize={1}
        handleColor="var(--mantine-color-default-border)"
        withHandle={false}
        step="16px"
        shiftStep="64px"
        onSizeChange={remember}
      >
        {panes.map(({ id, size, node }) =>
          size === undefined ? (
            <Splitter.Pane key={id} defaultSize={100} min="340px">
              {node}
            </Splitter.Pane>
          ) : (
            <Splitter.Pane key={id} defaultSize={`${size}px`} min="260px" max="560px">
              {node}
            </Splitter.Pane>
          ),
        )}
      </Splitter>
      {rightFolded && (
        <Rail side="end" label={t("pane.unfold-details")} onUnfold={fold({ rightFolded: false })} />
      )}
    </Box>
  );
}
