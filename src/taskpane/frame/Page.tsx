/** Puts the screens into their frame and hands each what it may use. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { cellOf, type CellBlock } from "../../sheet/placing/addresses";
import type { SettingChange } from "../../sheet/placing/setting-changes";
import type { SettingsFound } from "../../sheet/placing/settings-rows";
import { date } from "../charts/formats";
import { DataScreen } from "../data/DataScreen";
import { NothingFound } from "../data/NothingFound";
import type { Engine } from "../engine/contract";
import { EngineContext } from "../engine/engine-context";
import { useForms } from "../forms/use-forms";
import type { WrittenImport } from "../../sheet/placing/import-write";
import { HarvestScreen } from "../harvest/HarvestScreen";
import { ImportScreen } from "../import/ImportScreen";
import { LotsScreen } from "../lots/LotsScreen";
import { PackageScreen } from "../package/PackageScreen";
import { useLatest } from "../parts/use-latest";
import type { PaneWorkbook } from "../pane-workbook";
import { PlanScreen } from "../plan/PlanScreen";
import type { BookRead } from "../read-book";
import type { ScreenAction, ScreenName, ScreenProps } from "../screen";
import { ReconcileScreen } from "../reconcile/ReconcileScreen";
import { SellScreen } from "../sell/SellScreen";
import { SettingsScreen } from "../settings/SettingsScreen";
import { TaxScreen } from "../tax/TaxScreen";
import { underWayNow, type UnderWay } from "../under-way";
import { useSelection } from "../use-selection";
import { useTrades, type TradesOnSheet } from "../use-trades";
import { useWriting } from "../use-writing";
import { WashScreen } from "../wash/WashScreen";
import { Working } from "../Working";
import { useAsOf } from "./as-of";
import { useDroppedFiles } from "./dropped-files";
import { changeSettings } from "./change-settings";
import { focusSelectedTab } from "./focus-tab";
import { FrameFooter } from "./FrameFooter";
import { FrameHeader } from "./FrameHeader";
import { Kept } from "./Kept";
import { News } from "./News";
import { OtherRules } from "./OtherRules";
import { SCREENS } from "./screens";
import { StartAgain } from "./StartAgain";
import { useFreeNames } from "./use-free-names";
import { useWrites, type Writes } from "./use-writes";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    minWidth: 0,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
  content: { flexGrow: 1, minHeight: 0, overflowY: "auto", padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}` },
});

interface PageProps {
  readonly workbook: PaneWorkbook;
  readonly namespace: string;
  readonly engine: Engine;
}

const NO_YEARS: readonly number[] = [];
const NO_SETTINGS: readonly (readonly unknown[])[] = [];
const COUNTS_WITH_FORMS: ReadonlySet<ScreenName> = new Set(["reconcile", "package"]);

export function Page({ workbook, namespace, engine }: PageProps): ReactElement {
  const styles = useStyles();
  const [screen, setScreen] = useState<ScreenName>("data");
  const asOf = useAsOf();
  const underWay = useState(underWayNow)[0];
  const trades = useTrades(workbook, engine, asOf.day, underWay);
  const { reading, revision } = trades;
  const book = reading.state === "read" ? reading.book : null;
  /** Settings that keep the trades from being read: their screen is there to mend them. */
  const broken = reading.state === "failed" ? (reading.settings ?? null) : null;
  const selected = useSelection(workbook);
  const writes = useWrites(workbook);
  const { saving } = writes;
  const { findAgain } = trades;
  const saveChoice = useCallback((change: SettingChange, said: string) => saving(() => changeSettings(workbook, [change], said, findAgain)), [saving, workbook, findAgain]);
  const settingsRows = book?.settings?.cells ?? NO_SETTINGS;
  const forms = useForms({ workbook, engine, saleYears: book?.saleYears ?? NO_YEARS, asOf: asOf.day, settings: settingsRows, save: saveChoice, underWay, isShown: book !== null && COUNTS_WITH_FORMS.has(screen) });
  const writing = useWriting(workbook, book, namespace, writes);
  const { action, actionNow, setActionOf } = useActions(screen);
  const onAct = useAct(actionNow, underWay, writes);
  const named = useFreeNames(workbook, action, writes.sheets);
  const tabs = useRef<HTMLDivElement>(null);
  const select = useCallback((block: CellBlock): void => void workbook.selectBlock(block), [workbook]);
  /** From within a screen: the keyboard goes along. */
  const go = useCallback((to: ScreenName) => {
    setScreen(to);
    focusSelectedTab(tabs);
  }, []);
  /** A button that goes away takes the keyboard with it, were it not brought back. */
  const backToTabs = useCallback(() => focusSelectedTab(tabs), []);
  // What a press did was of the screen before; on the next it would lie over what that one answers.
  const { hush } = writes;
  useEffect(() => hush(), [screen, hush]);
  // A new map with every revision: an answer is good only for the trades it was made of.
  const use = useMemo(() => ({ engine, revision, known: new Map<string, unknown>(), underWay }), [engine, revision, underWay]);

  const dropped = useDroppedFiles(useCallback(() => setScreen("import"), []));
  const { readTable } = trades;
  const readImported = useCallback(({ rows }: WrittenImport): void => (rows === null ? undefined : readTable(rows.tableName)), [readTable]);
  const isForm = broken !== null && screen === "settings";

  const propsOf = (name: ScreenName, of: BookRead): ScreenProps => ({
    workbook: writes.workbook,
    namespace,
    book: of,
    prices: trades.prices?.place ?? null,
    asOf: asOf.day,
    revision,
    onSelect: select,
    onSelectRow: (row) => select(wholeRow(of, row)),
    onGo: go,
    onWrite: (drafts) => writes.working(() => writes.writeSheets(drafts)),
    setAction: setActionOf[name],
  });

  const settings = (found: SettingsFound | null, accounts: BookRead["accounts"] | null): ReactElement => (
    <SettingsScreen workbook={workbook} found={found} accounts={accounts} onSelect={select} setAction={setActionOf.settings} onChanged={trades.findAgain} />
  );

  const importing = (
    <ImportScreen workbook={writes.workbook} engine={engine} revision={revision} today={date(asOf.today)} dropped={dropped} onSelect={select} setAction={setActionOf.import} onWritten={readImported} onDone={backToTabs} />
  );

  const drawn = (name: ScreenName, of: BookRead): ReactElement => {
    const props = propsOf(name, of);
    switch (name) {
      case "data":
        return <DataScreen {...props} trades={trades} selected={selected} writing={writing} writes={writes} />;
      case "import":
        return importing;
      case "settings":
        return settings(of.settings, of.accounts);
      case "lots":
        return <LotsScreen {...props} />;
      case "harvest":
        return <HarvestScreen {...props} />;
      case "wash":
        return <WashScreen {...props} />;
      case "sell":
        return <SellScreen {...props} />;
      case "plan":
        return <PlanScreen {...props} />;
      case "tax":
        return <TaxScreen {...props} />;
      case "reconcile":
        return <ReconcileScreen {...props} forms={forms} />;
      case "package":
        return <PackageScreen {...props} forms={forms} writes={writes} onReadAgain={findAgain} />;
    }
  };

  return (
    <div className={styles.page} data-testid="pane-state" data-state={reading.state} data-screen={screen}>
      <FrameHeader tabs={tabs} screen={screen} onGo={setScreen} asOf={asOf} book={book} stale={trades.stale} onReadAgain={trades.findAgain} onSelect={select} />
      {book !== null && (
        <EngineContext.Provider value={use}>
          <News book={book} onDismissed={backToTabs} />
        </EngineContext.Provider>
      )}
      <OtherRules settings={book?.settings ?? null} workbook={workbook} writes={writes} onAccepted={trades.findAgain} />
      <main className={styles.content}>
        {!isForm && screen !== "import" && <NotRead workbook={workbook} trades={trades} selected={selected} onSelect={select} onGo={go} />}
        {SCREENS.filter(({ screen: name }) => book !== null || name === "import" || (broken !== null && name === "settings")).map(({ screen: name }) => (
          <Kept
            key={name}
            isShown={name === screen}
            draw={() => (
              <EngineContext.Provider value={use}>
                <StartAgain of={name}>{name === "import" ? importing : book === null ? settings(broken, null) : drawn(name, book)}</StartAgain>
              </EngineContext.Provider>
            )}
          />
        ))}
      </main>
      <FrameFooter action={book === null && !isForm && screen !== "import" ? null : named} writes={writes} onAct={() => onAct(screen)} onHushed={backToTabs} onSelect={select} />
    </div>
  );
}

interface NotReadProps {
  readonly workbook: PaneWorkbook;
  readonly trades: TradesOnSheet;
  readonly selected: string | null;
  readonly onSelect: (block: CellBlock) => void;
  readonly onGo: (screen: ScreenName) => void;
}

function NotRead({ workbook, trades, selected, onSelect, onGo }: NotReadProps): ReactElement | null {
  const { reading } = trades;
  if (reading.state === "read") return null;
  if (reading.state === "working") return <Working reading={reading} onCancel={trades.cancel} />;
  return <NothingFound workbook={workbook} reading={reading} trades={trades} onSelect={onSelect} onGo={onGo} selected={selected} />;
}

type Actions = Readonly<Partial<Record<ScreenName, ScreenAction | null>>>;

/** Each screen's own way to put its action into the footer; only the shown screen's is there. */
function useActions(shown: ScreenName): {
  readonly action: ScreenAction | null;
  /** The newest of a screen, which may not be drawn yet. */
  readonly actionNow: (screen: ScreenName) => ScreenAction | null;
  readonly setActionOf: Readonly<Record<ScreenName, (action: ScreenAction | null) => void>>;
} {
  const [actions, setActions] = useState<Actions>({});
  const newest = useRef<Actions>({});
  const actionNow = useCallback((screen: ScreenName) => newest.current[screen] ?? null, []);
  const setActionOf = useMemo(() => {
    const setterOf = (name: ScreenName) => (action: ScreenAction | null) => setActions((newest.current = { ...newest.current, [name]: action }));
    return Object.fromEntries(SCREENS.map(({ screen }) => [screen, setterOf(screen)])) as Record<ScreenName, ReturnType<typeof setterOf>>;
  }, []);
  return { action: actions[shown] ?? null, actionNow, setActionOf };
}

/** What was typed last counts: the press that left its field waits until that is answered. Another press meanwhile is the same one. */
function useAct(actionNow: (screen: ScreenName) => ScreenAction | null, underWay: UnderWay, writes: Writes): (screen: ScreenName) => void {
  const isWaiting = useRef(false);
  return useLatest((screen: ScreenName) => {
    if (isWaiting.current) return;
    isWaiting.current = true;
    void underWay.settled().then(() => {
      isWaiting.current = false;
      return act(actionNow(screen), writes);
    });
  });
}

async function act(action: ScreenAction | null, writes: Writes): Promise<void> {
  await writes.working(async () => {
    if (action === null || action.disabled) return { intent: "error", sentence: `Nothing was written. ${action?.plan ?? "Look at what the screen says now."}`, blocks: [] };
    const { drafts, run, done } = action;
    const written = drafts === undefined || drafts.length === 0 ? null : await writes.writeSheets(drafts);
    if (written?.intent === "error") return written;
    const ran = run === undefined ? null : await run();
    if (ran?.intent !== "error") done?.();
    if (written === null || ran === null) return written ?? ran;
    return { intent: ran.intent, sentence: `${written.sentence} ${ran.sentence}`, blocks: [...written.blocks, ...ran.blocks] };
  });
}

function wholeRow({ place: { block } }: BookRead, row: number): CellBlock {
  return { ...cellOf(block, Math.max(0, row - 1), 0), columns: block.columns };
}
