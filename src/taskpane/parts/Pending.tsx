/** What stands in place of an answer that is not there yet, was stopped, or could not be had. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Answered, Question } from "../engine/contract";
import { Working } from "../Working";

const useStyles = makeStyles({ failed: { marginTop: tokens.spacingVerticalL } });

export function Pending({ answered }: { readonly answered: Exclude<Answered<Question>, { state: "answered" }> }): ReactElement {
  const styles = useStyles();
  if (answered.state === "working") return <Working reading={answered} onCancel={answered.cancel} />;
  return (
    <MessageBar className={styles.failed} intent={answered.state === "failed" ? "error" : "info"} layout="multiline">
      <MessageBarBody>{answered.sentence}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={answered.again}>
          Work it out again
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
