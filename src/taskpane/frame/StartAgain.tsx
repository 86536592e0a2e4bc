/** Catches a fault of the page: a sentence and a button instead of an empty pane. The workbook is not touched by it. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Component, type ReactElement, type ReactNode } from "react";

interface StartAgainProps {
  readonly children: ReactNode;
  /** The screen shown; another one starts afresh. */
  readonly of: string;
}

interface StartAgainState {
  readonly fault: string | null;
  readonly of: string;
}

export class StartAgain extends Component<StartAgainProps, StartAgainState> {
  override state: StartAgainState = { fault: null, of: this.props.of };

  static getDerivedStateFromError(error: unknown): Partial<StartAgainState> {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  static getDerivedStateFromProps({ of }: StartAgainProps, state: StartAgainState): Partial<StartAgainState> | null {
    return of === state.of ? null : { fault: null, of };
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    return <Fault says={this.state.fault} onAgain={() => this.setState({ fault: null })} />;
  }
}

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM },
});

export function Fault({ says, onAgain }: { readonly says: string; readonly onAgain: () => void }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.box} role="alert">
      <Text>This screen met a fault of its own and stopped. Your workbook is as it was.</Text>
      <Text size={200}>It says: {says}</Text>
      <Button appearance="primary" onClick={onAgain}>
        Start again
      </Button>
    </div>
  );
}
