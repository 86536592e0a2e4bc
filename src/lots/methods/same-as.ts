/** A house's own name for one of the plain methods. */
import type { LotMethod } from "./lot-method";
import { OWN_METHODS } from "./own-methods";

/** `page` tells the name; order, ties and authority are the plain method's. */
export function sameAs(plain: string, name: string, whose: string, page: string, remark?: string): LotMethod {
  const method = OWN_METHODS.find((own) => own.name === plain);
  if (method === undefined) throw new Error(`${plain} is no plain method`);
  const { ordering, source } = method;
  return {
    name,
    ordering,
    ...(remark === undefined ? {} : { remark }),
    whose: `${whose}; same as ${plain}`,
    source: `${source}; name: ${page}`,
  };
}
