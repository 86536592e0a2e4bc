import { HostError } from "../host-error";
import { PlainResult, type HostClass, type HostObject } from "../host-class";
import { namedItemsClass } from "./named-item";
import { workbookProtectionClass } from "./protection";
import { rangeObject } from "./range";
import { allTablesObject } from "./table";
import { worksheetsClass } from "./worksheet";
import { functionsClass } from "./worksheet-functions";
import { objectOf, type ExcelWorld, type WorldTarget } from "./world";

export function workbookObject(world: ExcelWorld): HostObject {
  return objectOf(workbookClass, { world });
}

export const workbookClass: HostClass<WorldTarget> = {
  name: "Workbook",
  properties: {
    name: ({ world }) => world.documentName(),
    isDirty: () => true,
    readOnly: () => false,
  },
  links: {
    worksheets: ({ world }) => objectOf(worksheetsClass, { world }),
    tables: ({ world }) => allTablesObject(world),
    names: ({ world }) => objectOf(namedItemsClass, { world }),
    application: ({ world }) => objectOf(applicationClass, { world }),
    functions: ({ world }) => objectOf(functionsClass, { world }),
    protection: ({ world }) => objectOf(workbookProtectionClass, { world }),
  },
  methods: {
    GetSelectedRange: ({ world }) => {
      const selection = world.grid.selection();
      return rangeObject({ world, ...selection }, selection);
    },
    GetActiveCell: ({ world }) => {
      const selection = world.grid.selection();
      return rangeObject({ world, ...selection }, { ...selection, rows: 1, columns: 1 });
    },
  },
};

export const applicationClass: HostClass<WorldTarget> = {
  name: "Application",
  properties: { calculationMode: () => "Automatic" },
  setters: {
    calculationMode: (_target, mode) => {
      if (mode === "Automatic") return;
      throw new HostError("NotImplemented", "The workbench calculates automatically only.", "Application.calculationMode");
    },
  },
  methods: {
    Calculate: ({ world }) => world.grid.recalculate(),
    // Nothing to hold back: calculation and drawing wait for the end of a batch anyway.
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

/** Objects that office.js makes by class name rather than reaching them from the workbook. */
export function serviceObject(world: ExcelWorld, className: string): HostObject | null {
  const name = className.split(".").at(-1) ?? "";
  const service = SERVICES[name];
  return service ? objectOf(service, { world }) : null;
}

// office.js speeds up delivery of results when told that the host keeps up (2), and resends large ones in parts (1).
const DELIVERY_FEATURES = [1, 2];

export const SERVICES: Readonly<Record<string, HostClass<WorldTarget>>> = {
  CustomFunctions: {
    name: "CustomFunctions",
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: ({ world }) => world.functionsReady(),
      _GetEnabledFeatures: () => new PlainResult(DELIVERY_FEATURES),
      SetInvocationArrayResults: ({ world }, results) => world.functionResults(results),
      SetInvocationResults: ({ world }, results) => world.functionResults(results),
    },
  },
  AddinInternalService: {
    name: "AddinInternalService",
    methods: { NotifyActionHandlerReady: () => undefined },
  },
};
