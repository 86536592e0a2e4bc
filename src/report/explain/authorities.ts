/** The rules an explanation names, each with what it says and where the law says it. */

const AUTHORITIES: Readonly<Record<string, string>> = {
  "R-LOT-1": "each purchase is one lot; fills of one order on one day are averaged. Treas. Reg. 1.1012-1(c)(1)(ii)",
  "R-LOT-3": "a transfer moves shares with their basis and dates, earliest lots first. Treas. Reg. 1.1012-1(c)(1)",
  "R-BASIS-1": "basis is price × quantity plus fees; proceeds are price × quantity less fees. IRC 1012; Treas. Reg. 1.6045-1(d)",
  "R-BASIS-2": "each reinvested dividend is a purchase. Pub. 550",
  "R-BASIS-3": "shares received as pay have the value taxed as pay for their basis. Treas. Reg. 1.6045-1(d)(6)(ii)(A)",
  "R-HP-1": "more than one year is long-term, counted from the day after the shares were acquired. IRC 1222; Rev. Rul. 66-7",
  "R-HP-5": "shares of a split keep the dates of the shares they came from. IRC 1223(4)",
  "R-ID-1": "without identification the earliest lot of the account is sold first. Treas. Reg. 1.1012-1(c)(1)",
  "R-ID-2": "lots named to the broker by settlement are the lots sold. Treas. Reg. 1.1012-1(c)(3), (c)(8)",
  "R-ID-3": "a standing order counts as identification at the time of sale. Treas. Reg. 1.1012-1(c)(8)",
  "R-ID-4": "HIFO and LOFO rank lots by adjusted basis per share. Our reading",
  "R-ID-5": "MINTAX ranks lots by gain per share × the rate of their own term. Our definition",
  "R-WS-1": "a loss is tested against purchases from 30 days before the sale to 30 days after. IRC 1091(a)",
  "R-WS-3": "losses in order of sale meet purchases in order of acquisition, share for share. Treas. Reg. 1.1091-1(b)-(d)",
  "R-WS-5": "a disallowed loss is added to the basis of the replacement shares. IRC 1091(d)",
  "R-WS-6": "the holding period of the shares sold is added to that of the replacement shares. IRC 1223(3)",
  "R-WS-9": "a loss replaced in an IRA is lost for good, Rev. Rul. 2008-5; other plans are not ruled on and a spouse's basis is not settled, so settings decide; losses inside retirement accounts are no tax losses",
  "R-WS-10": "the taxpayer view sees all accounts, the broker view one account and symbol. IRC 1091(a); Treas. Reg. 1.6045-1(d)(6)(iii)",
  "R-WS-11": "a split multiplies shares still waiting for a replacement as well. Arithmetic",
  "R-WS-12": "a loss is provisional until the 31st day after the sale. IRC 1091(a)",
  "R-WS-14": "securities you declare substantially identical replace each other. IRC 1091(a)",
  "R-CA-1": "a split changes the number of shares, not the total basis. IRS FAQ on stock splits",
  "R-CA-2": "a fraction paid in cash counts as received and then sold, from the earliest lot. Rev. Rul. 69-15; Rev. Proc. 77-41",
  "R-CA-10": "a change of symbol changes nothing else. Rename only",
  "R-GIFT-2": "a gift realizes nothing; the lots leave as identified, else earliest first. Treas. Reg. 1.1012-1(c)(1)",
  "R-DA-2": "wash sales reach stock and securities, not digital assets. IRC 1091(a)",
  "R-RND-2": "amounts are divided so that the parts add up to the cent. Our rounding",
};

/** One line for every rule named in the sentences, in order of first mention. */
export function authoritiesNamed(sentences: readonly string[]): string[] {
  const named = new Set(sentences.join(" ").match(/R-[A-Z]+-\d+/g) ?? []);
  return [...named].map((rule) => `${rule}: ${AUTHORITIES[rule] ?? "see the rulebook"}.`);
}
