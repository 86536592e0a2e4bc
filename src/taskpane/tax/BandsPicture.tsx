/** The brackets as rulers with a marker where the next dollar lands: rate bands above, the income of A and of B as bars below. */
import { useCallback, useMemo, type ReactElement } from "react";
import { BottomAxis } from "../charts/axes";
import { shortDollars } from "../charts/formats";
import { HatchPatterns } from "../charts/hatch";
import { Picture } from "../charts/Picture";
import { scaleLinear } from "d3-scale";
import { bandsSummary, bandsTable } from "./band-sentences";
import { RULER_GAP, RulerDrawn, rulerHeight } from "./RulerDrawn";
import { endOfRulers, rulersOf, type NamedBands } from "./rulers";

const AXIS_HEIGHT = 20;

interface BandsPictureProps {
  readonly scenarios: readonly NamedBands[];
}

export function BandsPicture({ scenarios }: BandsPictureProps): ReactElement {
  const rulers = useMemo(() => rulersOf(scenarios), [scenarios]);
  const table = useMemo(() => bandsTable(rulers), [rulers]);
  const each = rulerHeight(scenarios.length) + RULER_GAP;
  const height = rulers.length * each + AXIS_HEIGHT;
  const draw = useCallback(
    (width: number) => {
      const left = scenarios.length > 1 ? LETTER_WIDTH : 1;
      const x = scaleLinear([0, endOfRulers(rulers) / 100], [left, width - EDGE_WIDTH]);
      return (
        <>
          <HatchPatterns />
          {rulers.map((ruler, index) => (
            <RulerDrawn key={ruler.kind} ruler={ruler} x={x} y={index * each} />
          ))}
          <BottomAxis scale={x} ticks={x.ticks(4)} format={shortDollars} y={height - AXIS_HEIGHT} />
        </>
      );
    },
    [rulers, scenarios.length, each, height],
  );
  return (
    <Picture title="Where the next dollar lands" summary={bandsSummary(scenarios)} table={table} height={height} testId="bands-picture">
      {draw}
    </Picture>
  );
}

/** Of A and B before their bars, and of the arrow of a bar that runs over the edge. */
const LETTER_WIDTH = 14;
const EDGE_WIDTH = 10;
