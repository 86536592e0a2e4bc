/** The row of a broker's form: pressing it selects the row on its sheet. */
import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { cellOf, type CellBlock } from "../../sheet/placing/addresses";
import type { FormCompared, FormRow } from "./reconcile-view";

const useStyles = makeStyles({ link: { fontSize: "inherit", lineHeight: "inherit" } });

export interface FormLinks {
  readonly forms: readonly FormCompared[];
  readonly onSelect: (block: CellBlock) => void;
}

export function FormRowLink({ on: { form, row }, forms, onSelect }: FormLinks & { readonly on: FormRow }): ReactElement {
  const styles = useStyles();
  const of = forms[form];
  const words = forms.length > 1 && of !== undefined ? `${of.name} row ${row}` : `form row ${row}`;
  if (of === undefined) return <>{words}</>;
  const { block } = of.place;
  return (
    <Link inline className={styles.link} onClick={() => onSelect({ ...cellOf(block, row - 1, 0), columns: block.columns })} title={`Select row ${row} of ${of.name}`}>
      {words}
    </Link>
  );
}
