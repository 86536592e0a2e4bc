/** From the rows of several forms counted on to the form and row where each is printed, and the rows that cannot be read. Pure. */
import { rowsBefore } from "../../report/forms-together";
import type { Broker1099Fault } from "../../sheet/read-broker-1099";
import type { FormOnDesk } from "../forms/forms-on-desk";
import type { FormFault, FormRow } from "./reconcile-view";

export interface RowsOfForms {
  /** null: no form has it. */
  readonly at: (row: number) => FormRow | null;
  /** "‘Broker 1099 Schwab’ row 7": for a sheet. */
  readonly named: (row: number) => string;
}

export function rowsOfForms(forms: readonly FormOnDesk[]): RowsOfForms {
  const before = rowsBefore(forms);
  const at = (row: number): FormRow | null => {
    for (let form = forms.length - 1; form >= 0; form--) if (row > before[form]!) return { form, row: row - before[form]! };
    return null;
  };
  return {
    at,
    named: (row) => {
      const found = at(row);
      return found === null ? "" : `${forms[found.form]!.name} row ${found.row}`;
    },
  };
}

/** Of several forms each sentence says which one it is of. */
export function faultsOfForms(forms: readonly FormOnDesk[]): readonly FormFault[] {
  const refused = forms.flatMap(({ name, refusal }): FormFault[] => (refusal === null ? [] : [{ sentence: `${name}: ${refusal}`, on: null }]));
  return [...refused, ...saidOfForms(forms, (fault) => fault.isNote !== true)];
}

/** What the forms say that is counted nowhere, though no figure waits for it. */
export function uncountedOnForms(forms: readonly FormOnDesk[]): readonly FormFault[] {
  return saidOfForms(forms, (fault) => fault.isNote === true);
}

function saidOfForms(forms: readonly FormOnDesk[], isMeant: (fault: Broker1099Fault) => boolean): FormFault[] {
  return forms.flatMap(({ name, faults }, form) =>
    faults.filter(isMeant).map(({ row, sentence }) => ({ sentence: forms.length > 1 ? named(sentence, name) : sentence, on: { form, row } })),
  );
}

/** As RECONCILE lists them, rows counted on as those of the sales are. */
export function tableFaults(forms: readonly FormOnDesk[]): readonly Broker1099Fault[] {
  const before = rowsBefore(forms);
  return forms.flatMap(({ name, faults }, form) =>
    faults.map((fault) => ({ ...fault, row: before[form]! + fault.row, sentence: forms.length > 1 ? named(fault.sentence, name) : fault.sentence })),
  );
}

function named(sentence: string, name: string): string {
  return sentence.replace("the broker's form", name);
}
