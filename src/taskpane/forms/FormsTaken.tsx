/** Which brokers' forms count, and for which year. */
import { Button, Checkbox, Field, Link, makeStyles, MessageBar, MessageBarBody, Select, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { addressForReading, type CellBlock } from "../../sheet/placing/addresses";
import type { BrokerPlace } from "../../sheet/placing/broker-place";
import { Section } from "../Section";
import { count } from "../sentences";
import type { FormsChosen } from "./forms-chosen";
import { nameOfForm } from "./forms-on-desk";
import { keyOfPlace } from "./forms-rules";

const useStyles = makeStyles({
  year: { width: "max-content", gridTemplateColumns: "auto auto", columnGap: tokens.spacingHorizontalS },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  form: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  buttons: { marginTop: tokens.spacingVerticalXS },
});

interface FormsTakenProps {
  readonly forms: FormsChosen;
  readonly onSelect: (block: CellBlock) => void;
}

export function FormsTaken({ forms, onSelect }: FormsTakenProps): ReactElement {
  const styles = useStyles();
  const { found, problem, takeSelected } = forms;
  return (
    <Section title="Brokers' forms">
      <YearOfForms forms={forms} />
      {found !== null && found.length > 0 && (
        <ul className={styles.list} aria-label="Brokers' forms in this workbook">
          {found.map((place) => (
            <FormTaken key={keyOfPlace(place)} place={place} forms={forms} onSelect={onSelect} />
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={takeSelected} data-testid="form-selection">
          Use the selected range
        </Button>
      </div>
      {problem !== null && (
        <MessageBar intent="error" layout="multiline" data-testid="forms-problem">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
    </Section>
  );
}

function YearOfForms({ forms: { year, years, setYear } }: Pick<FormsTakenProps, "forms">): ReactElement | null {
  const styles = useStyles();
  return (
    <Field label="Sales of" orientation="horizontal" size="small" className={styles.year}>
      <Select size="small" value={String(year)} data-testid="forms-year" onChange={(_, { value }) => setYear(Number(value))}>
        {years.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
    </Field>
  );
}

function FormTaken({ place, forms, onSelect }: FormsTakenProps & { readonly place: BrokerPlace }): ReactElement {
  const styles = useStyles();
  const read = forms.read.find((one) => keyOfPlace(one.place) === keyOfPlace(place));
  return (
    <li className={styles.form} data-testid="form-found">
      <Checkbox label={nameOfForm(place)} checked={forms.isTaken(place)} onChange={(_, { checked }) => forms.take(place, checked === true)} />
      <Link inline onClick={() => onSelect(place.block)} aria-label={`Select ${addressForReading(place.block)}`}>
        <Text size={200}>{read === undefined || !forms.isTaken(place) ? "show" : count(read.sales, "sale")}</Text>
      </Link>
    </li>
  );
}
