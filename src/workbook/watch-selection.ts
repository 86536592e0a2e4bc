/** Tells the pane what is selected, now and after every change, where this Excel can (ExcelApi 1.9). */
import { excelHas, runInExcel } from "./run-in-excel";

/** Answers how to stop. Several areas at once are no one block and are not told. */
export async function watchSelection(selected: (address: string) => void): Promise<() => void> {
  let wanted = true;
  const tell = async (): Promise<void> => {
    const address = await runInExcel(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.address;
    });
    if (wanted && address.ok) selected(address.value);
  };
  await tell();
  if (!excelHas("1.9")) return () => undefined;
  const watching = await runInExcel(async (context) => {
    const handler = context.workbook.worksheets.onSelectionChanged.add(tell);
    await context.sync();
    return handler;
  });
  return () => {
    wanted = false;
    if (!watching.ok) return;
    const handler = watching.value;
    // An event is taken away through the context in which it was asked for.
    void Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    }).catch(() => undefined);
  };
}
