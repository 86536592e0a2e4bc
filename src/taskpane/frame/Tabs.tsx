/** The way from screen to screen; what has no room stands behind a menu of the rest. */
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from "@fluentui/react-components";
import { MoreHorizontal20Regular } from "@fluentui/react-icons";
import type { ReactElement, RefObject } from "react";
import type { ScreenName } from "../screen";
import { SCREENS, type ScreenTab } from "./screens";

const useStyles = makeStyles({
  bar: { display: "flex", minWidth: 0, overflow: "hidden", paddingLeft: tokens.spacingHorizontalXS },
  list: { minWidth: 0 },
  more: { alignSelf: "center", flexShrink: 0, minWidth: "32px" },
});

interface TabsProps {
  readonly list: RefObject<HTMLDivElement> | undefined;
  readonly screen: ScreenName;
  readonly onGo: (screen: ScreenName) => void;
}

export function Tabs({ list, screen, onGo }: TabsProps): ReactElement {
  const styles = useStyles();
  return (
    <nav aria-label="Screens">
      <Overflow minimumVisible={2} padding={44}>
        <div className={styles.bar}>
          <TabList ref={list} size="small" className={styles.list} selectedValue={screen} onTabSelect={(_, { value }) => onGo(value as ScreenName)}>
            {SCREENS.map(({ screen: id, name, Icon }) => (
              <OverflowItem key={id} id={id} priority={id === screen ? 2 : 1}>
                <Tab value={id} icon={<Icon />} data-testid={`tab-${id}`}>
                  {name}
                </Tab>
              </OverflowItem>
            ))}
          </TabList>
          <TheRest onGo={onGo} />
        </div>
      </Overflow>
    </nav>
  );
}

function TheRest({ onGo }: Pick<TabsProps, "onGo">): ReactElement | null {
  const styles = useStyles();
  const { ref, overflowCount, isOverflowing } = useOverflowMenu<HTMLButtonElement>();
  if (!isOverflowing) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={ref}
          className={styles.more}
          appearance="transparent"
          size="small"
          icon={<MoreHorizontal20Regular />}
          aria-label={`${overflowCount} more screens`}
          title="More screens"
          data-testid="more-screens"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {SCREENS.map((tab) => (
            <RestItem key={tab.screen} tab={tab} onGo={onGo} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function RestItem({ tab, onGo }: { readonly tab: ScreenTab } & Pick<TabsProps, "onGo">): ReactElement | null {
  const { screen, name, Icon } = tab;
  const isVisible = useIsOverflowItemVisible(screen);
  return isVisible ? null : (
    <MenuItem icon={<Icon />} onClick={() => onGo(screen)} data-testid={`menu-${screen}`}>
      {name}
    </MenuItem>
  );
}
