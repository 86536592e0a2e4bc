/**
 * The one page of this version. Names that tests and the headless run may rely on (role, accessible name):
 *   heading  "Taxlot"
 *   button   "Read again", "Use the selected range"
 *   link     the address of the trades, such as "‘Trades’!A1:H120" (data-testid trades-range)
 *   combobox "2 ranges with trades; wash sales between them are not seen" (only with several places)
 *   list     "Recognized columns", "Rows that need you"
 *   checkbox "Open lots", "Realized sales", "Wash sales"
 *   radio    "Beside the trades", "On new sheets"
 *   button   "Write open lots", "Write realized sales", "Write wash sales", or "Write 2 tables", "Write 3 tables"
 *            (data-testid write); "Remove what I wrote"; "Create settings sheet";
 *            "Use these settings in the 2 tables written before" (only while such tables stand)
 * data-testid: pane-state (its data-state is working, nothing, failed or read), answer, write-plan, said, written-OPENLOTS
 * and so on (its data-address is the block), problem.
 */
import { FluentProvider, makeStaticStyles, makeStyles, tokens, type Theme } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { ColumnsSection } from "./ColumnsSection";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { NothingFound } from "./NothingFound";
import type { PaneWorkbook } from "./pane-workbook";
import { ProblemsSection } from "./ProblemsSection";
import { answerLine } from "./sentences";
import { SettingsSection } from "./SettingsSection";
import { useTrades } from "./use-trades";
import { useWriting } from "./use-writing";
import { Working } from "./Working";
import { WriteSection } from "./WriteSection";

/** The frame that Excel gives the page is the page. */
const usePageFrame = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    minWidth: 0,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
  content: { flexGrow: 1, overflowY: "auto", padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` },
  answer: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    margin: `${tokens.spacingVerticalM} 0`,
  },
});

export interface AppProps {
  readonly workbook: PaneWorkbook;
  readonly namespace: string;
  readonly theme: Theme;
}

export function App({ workbook, namespace, theme }: AppProps): ReactElement {
  return (
    <FluentProvider theme={theme}>
      <Page workbook={workbook} namespace={namespace} />
    </FluentProvider>
  );
}

function Page({ workbook, namespace }: Omit<AppProps, "theme">): ReactElement {
  usePageFrame();
  const styles = useStyles();
  const trades = useTrades(workbook);
  const { reading } = trades;
  const book = reading.state === "read" ? reading.book : null;
  const writing = useWriting(workbook, book, namespace);
  const select = (block: Parameters<PaneWorkbook["selectBlock"]>[0]): void => void workbook.selectBlock(block);
  return (
    <div className={styles.page} data-testid="pane-state" data-state={reading.state}>
      <Header trades={trades} book={book} onSelect={select} />
      <main className={styles.content}>
        {reading.state === "working" && <Working reading={reading} onCancel={trades.cancel} />}
        {(reading.state === "nothing" || reading.state === "failed") && (
          <NothingFound reading={reading} trades={trades} onSelect={select} />
        )}
        {book !== null && (
          <>
            <p className={styles.answer} data-testid="answer" role="status">
              {answerLine(book)}
            </p>
            <ProblemsSection book={book} onSelect={select} />
            <ColumnsSection book={book} />
            <WriteSection writing={writing} book={book} onSelect={select} />
            <SettingsSection
              workbook={workbook}
              book={book}
              onSelect={select}
              onCreated={trades.findAgain}
              writing={writing}
            />
          </>
        )}
      </main>
      {book !== null && <Footer writing={writing} onSelect={select} />}
    </div>
  );
}
