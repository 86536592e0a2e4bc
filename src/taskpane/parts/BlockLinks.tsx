/** Where to look, after a sentence: each block a link that selects it. */
import { Link } from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";
import { addressForReading, type CellBlock } from "../../sheet/placing/addresses";

interface BlockLinksProps {
  readonly blocks: readonly CellBlock[];
  readonly onSelect: (block: CellBlock) => void;
}

export function BlockLinks({ blocks, onSelect }: BlockLinksProps): ReactElement {
  return (
    <>
      {blocks.map((block) => (
        <Fragment key={addressForReading(block)}>
          {" "}
          <Link inline onClick={() => onSelect(block)}>
            {addressForReading(block)}
          </Link>
        </Fragment>
      ))}
    </>
  );
}
