/** How the holding period of a lot begins (R-HP-1, R-HP-4, R-HP-6). */
export type PeriodStart = "Purchase" | "Inherited" | "Rights exercise" | "Short-sale restart";
