/** Why the loss of a lot counts or does not, what helps, and which of the user's own partners could be held meanwhile. */
import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { HarvestLot, WashedBy } from "../../harvest/harvest-types";
import { safeSentence, sellFirstSentence, waitingSentence, warningSentence, washedBySentence, worthlessSentence, worthSentences } from "../../report/harvest-words";
import { date, money, quantity } from "../charts/formats";
import { RowLink } from "../parts/RowLink";
import { TextLink } from "../parts/TextLink";
import { count } from "../sentences";
import type { CandidateActs } from "./Candidate";
import type { Tick } from "./ticks";

const useStyles = makeStyles({
  why: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, paddingBottom: tokens.spacingVerticalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  act: { minWidth: "auto", padding: `0 ${tokens.spacingHorizontalXS}`, fontWeight: tokens.fontWeightRegular },
  facts: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM, margin: `${tokens.spacingVerticalXS} 0` },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, textAlign: "right", fontVariantNumeric: "tabular-nums" },
  partner: { marginTop: tokens.spacingVerticalXS },
});

const TOLD_AT_MOST = 5;

interface CandidateWhyProps {
  readonly lot: HarvestLot;
  readonly partner: string;
  readonly acts: CandidateActs;
}

export function CandidateWhy({ lot, partner, acts }: CandidateWhyProps): ReactElement {
  const styles = useStyles();
  const days = (day: number): string => date(day);
  const byWeight = [...lot.washedBy].sort((a, b) => b.permanentCents - a.permanentCents || b.disallowedCents - a.disallowedCents);
  const rest = byWeight.slice(TOLD_AT_MOST);
  const further = [waitingSentence(lot, days), worthlessSentence(lot), ...worthSentences(lot.worth), ...lot.warnings.map((warning) => warningSentence(warning, days))].filter((said) => said !== null);
  const first = sellFirstSentence(lot);
  const safe = safeSentence(lot);
  return (
    <div className={styles.why}>
      <ul className={styles.list}>
        {lot.washedCents === 0 && <li>Nothing bought within 30 days of the sale replaces these shares.</li>}
        {byWeight.slice(0, TOLD_AT_MOST).map((by, index) => (
          <li key={index}>
            <RowLink row={by.row} onSelectRow={acts.onSelectRow}>
              Row {by.row}
            </RowLink>
            {afterRow(lot.symbol, by, days)}
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            {count(rest.length, "more purchase")}: {money(rest.reduce((sum, by) => sum + by.disallowedCents, 0))} is washed.
          </li>
        )}
        {first !== null && (
          <li>
            {first}{" "}
            <Button size="small" appearance="subtle" className={styles.act} onClick={() => acts.onAlso([...sellFirst(lot), wholeTick(lot)])}>
              Tick them all
            </Button>
          </li>
        )}
        {safe !== null && (
          <li>
            {safe}{" "}
            <Button size="small" appearance="subtle" className={styles.act} onClick={() => acts.onShares(lot, lot.safeShares)}>
              Sell {quantity(lot.safeShares)}
            </Button>
          </li>
        )}
        {further.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      <Facts lot={lot} />
      <Partner lot={lot} partner={partner} acts={acts} />
    </div>
  );
}

/** The row is the link before it. */
function afterRow(symbol: string, by: WashedBy, days: (day: number) => string): string {
  const sentence = washedBySentence(symbol, by, days);
  const row = `Row ${by.row}`;
  return sentence.startsWith(row) ? sentence.slice(row.length) : `: ${sentence}`;
}

function wholeTick({ key, symbol, lot }: HarvestLot): Tick {
  return { key, symbol, lot, shares: null, listed: true };
}

/** They may be lots at a gain, which the list does not have. */
function sellFirst({ symbol, cleanAfterSelling }: HarvestLot): readonly Tick[] {
  return cleanAfterSelling.map(({ key, lot, shares }) => ({ key, symbol: key.split("|")[0] ?? symbol, lot, shares, listed: false }));
}

function Facts({ lot }: { readonly lot: HarvestLot }): ReactElement {
  const styles = useStyles();
  const facts: readonly (readonly [string, string])[] = [
    ["Acquired", date(lot.acquired)],
    ...(lot.holdingFrom === lot.acquired ? [] : [["Holding period from", date(lot.holdingFrom)] as const]),
    ["Cost, with earlier washed losses", money(lot.basisCents)],
    ["Value", money(lot.valueCents)],
    ["Washed now", money(lot.washedCents)],
    ["of it lost for good", money(lot.permanentCents)],
    ["Counts this year", money(lot.harvestableCents)],
    ...worthFacts(lot.worth),
    ...(lot.cleanSaleDay === null ? [] : [["All of it clean from", date(lot.cleanSaleDay)] as const]),
    ["Sold today, buy back from", date(lot.cleanRebuyDay)],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([term, fact]) => (
        <div key={term} style={{ display: "contents" }}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.fact}>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Sold alone. */
function worthFacts(worth: HarvestLot["worth"]): readonly (readonly [string, string])[] {
  if (worth === null) return [];
  return [
    ["Tax saved this year", money(worth.savedCents)],
    ["of it comes back, if bought back", money(worth.comesBackCents)],
    ["kept for good", money(worth.keptCents)],
    ["Loss carried into later years", money(worth.carriedShortCents + worth.carriedLongCents)],
  ];
}

function Partner({ lot, partner, acts }: CandidateWhyProps): ReactElement {
  const styles = useStyles();
  if (lot.replacements.length === 0) {
    return (
      <span>
        To note what you hold meanwhile, name partners of {lot.symbol} under{" "}
        <TextLink onPress={acts.onSettings}>Replacement in the settings</TextLink>.
      </span>
    );
  }
  return (
    <Field label={`Held meanwhile, from your list for ${lot.symbol}`} size="small" className={styles.partner}>
      <Select size="small" value={partner} onChange={(_, { value }) => acts.onPartner(lot.symbol, value)}>
        <option value="">None</option>
        {lot.replacements.map((symbol) => (
          <option key={symbol} value={symbol}>
            {symbol}
          </option>
        ))}
      </Select>
    </Field>
  );
}
