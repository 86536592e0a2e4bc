/** What the numbers do not say. */
export const LIMITS: readonly string[] = [
  "Random portfolios are not yours. LOTCOMPARE answers for your lots, your year and your sale.",
  "\"Least\" is the tax of this year. A method that realises more now may owe less later, and a loss used up this year is not there next year; neither is counted. What was put off is owed later, unless the shares are given away or inherited.",
  "A loss that this year's limit does not let you deduct is carried on and worth something later. Here it counts as nothing.",
  "One sale of one security, and nothing after it in the year. Selling by one method all year round is not simulated.",
  "No wash sales in the main tables: nothing is bought in the 30 days before the sale, and nothing after it. Purchases before the sale have a section of their own; what is bought in the 30 days after it is nowhere.",
  "Federal law only, by the rate schedules. No state tax, no alternative minimum tax, no credits or benefits that depend on income, no collectibles, no section 1202 stock, no average basis.",
  "The numbers follow the generator. Prices that mostly rise make the early lots the cheap ones, which is hard on FIFO and kind to LIFO and HIFO; the last two columns by situation show how much. Purchases spread over six years are mostly long-term, which spares methods that ignore the term, HIFO first of all. The more of the holding is sold, the closer all methods come.",
  "Means are as sure as their ± says. With another seed the amounts that 99 of 100 sales do not pass move by a tenth or more, and the largest is only the largest of this run.",
  "Half the sales have gains or losses in the year already, and a quarter a loss carried in. Incomes are even on a logarithmic scale, so the 0% band and the net investment income tax are met more often than among all taxpayers.",
  "Some houses publish only the name of a method, or a part of its order; those are taken to be of the family METHODS says. A broker's own program may differ from its page.",
  "LOFO, IBKR_MLG, IBKR_MSG, the LOC codes, FOLIO_HGLL, FOLIO_HLTG, FOLIO_HSTG and FOLIO_WGFS are made to realise gains. They are listed because they can be chosen, not because they fail at what they are for.",
];
