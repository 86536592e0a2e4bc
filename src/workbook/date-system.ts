import { runInExcel } from "./run-in-excel";

/** Excel's serial of 1 January 2000 in a workbook that counts days from 1904. */
const YEAR_2000_COUNTED_FROM_1904 = 35_064;

/**
 * Whether the workbook counts days from 1904: its dates would then be read four years too early.
 * No property says so; the serial of a known day does. False where Excel cannot be asked.
 */
export async function countsDaysFrom1904(): Promise<boolean> {
  const serial = await runInExcel(async (context) => {
    const day = context.workbook.functions.date(2000, 1, 1).load("value");
    await context.sync();
    return day.value;
  });
  return serial.ok && serial.value === YEAR_2000_COUNTED_FROM_1904;
}
