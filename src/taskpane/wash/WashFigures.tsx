/** The year in figures: from what was deferred before to what still is. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Amount } from "../parts/Amount";
import { deferralFigures, whereDeferred } from "./wash-sentences";
import type { WashView } from "./wash-view";

const useStyles = makeStyles({
  table: { width: "100%", marginTop: tokens.spacingVerticalS, borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  name: { textAlign: "left", fontWeight: tokens.fontWeightRegular, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS} 0`, verticalAlign: "top" },
  cents: { textAlign: "right", verticalAlign: "bottom", padding: `${tokens.spacingVerticalXXS} 0` },
  total: { borderTop: `1px solid ${tokens.colorNeutralStroke1}`, fontWeight: tokens.fontWeightSemibold },
  where: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

export function WashFigures({ view }: { readonly view: WashView }): ReactElement {
  const styles = useStyles();
  const where = whereDeferred(view);
  return (
    <>
      <table className={styles.table} aria-label={`Deferred losses of ${view.year}`} data-testid="wash-figures">
        <tbody>
          {deferralFigures(view).map(({ name, cents, total }) => (
            <tr key={name}>
              <th scope="row" className={mergeClasses(styles.name, total && styles.total)}>
                {name}
              </th>
              <td className={mergeClasses(styles.cents, total && styles.total)}>
                <Amount cents={cents} plain strong={total ?? false} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {where !== null && <p className={styles.where}>{where}</p>}
    </>
  );
}
