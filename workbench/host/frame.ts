/**
 * The conversation between this page and the add-in's page in its iframe, as Excel on the web has it:
 * JSON texts through postMessage. office.js asks, the host answers; for events the host speaks first.
 */

/** What office.js asks of its host, and what the host replies. */
export interface HostAnswers {
  /** A batch of object requests (a ProcessQuery body), answered with its results. */
  processBatch(body: unknown, flags: RequestFlags): Promise<unknown>;
  /** A request this host does not know. It is refused; the name is for the record. */
  unknownRequest(name: string): void;
}

/** What office.js says of a batch beside the batch itself. */
export interface RequestFlags {
  /** Excel.run({ delayForCellEdit: true }): wait rather than refuse while somebody types in a cell. */
  readonly delayForCellEdit: boolean;
  /** Which part of the host is spoken to; "" is the workbook. */
  readonly partition: string;
}

/** One of the panes that are open. Only one of them runs the custom functions. */
export interface FrameIdentity {
  readonly conversation: string;
  readonly title: string;
  readonly hasFunctions: boolean;
}

/** One entry of an event message: category, type, target, message, id, remote. */
export type EventEntry = readonly [number, number, string, string, string, boolean];

const APP_EXCEL = 16;
const MESSAGE_REQUEST = 0;
const MESSAGE_REPLY = 1;
const REPLY_ONCE = 0;
const REPLY_EVENT = 1;
const EXECUTE_RICH_API = 93;
const ACTION_UNREGISTER = 2;
const SELECTION_CHANGED = "documentSelectionChanged";
const FLAG_DELAY_FOR_CELL_EDIT = 64;

/** Drives Office.context.requirements.isSetSupported in the add-in. */
const REQUIREMENT_SETS = {
  excelapi: "1.16",
  sharedruntime: "1.2",
  customfunctionsruntime: "1.4",
  customfunctions: "1.9",
  richapiruntime: "1.1",
  // Renaming of sheets (onNameChanged) is in a set of its own in this office.js.
  excelapionline: "1.1",
  // Without it office.js drops Excel.run's delayForCellEdit.
  delayforcelledit: "1.1",
};

const SHARED_APP = 1;
const CUSTOM_FUNCTIONS = 2;

/** Without the flag for custom functions in the last field office.js never starts them. */
function hostInfo({ conversation, hasFunctions }: FrameIdentity): string {
  return `Excel$Web$16.01$en-US$${conversation}$$disableLogging$${SHARED_APP + (hasFunctions ? CUSTOM_FUNCTIONS : 0)}`;
}

interface Request {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType?: number;
  readonly _data?: {
    readonly DdaMethod?: { readonly DispatchId?: number };
    readonly ArrayData?: readonly unknown[];
  };
}

interface Listener {
  readonly window: Window;
  readonly correlationId: number;
}

export class AddInFrame {
  private iframe: HTMLIFrameElement | null = null;
  private richApiListener: Listener | null = null;
  private selectionListener: Listener | null = null;
  private readonly queuedEvents: EventEntry[] = [];
  private readonly onMessage = (event: MessageEvent) => this.receive(event);

  constructor(
    private readonly container: HTMLElement,
    private readonly identity: FrameIdentity,
    private readonly documentName: () => string,
    private readonly answers: HostAnswers,
  ) {}

  /** Loads the add-in's page. Its window name and query tell office.js where it runs. */
  load(page: string): void {
    const iframe = document.createElement("iframe");
    iframe.title = this.identity.title;
    // A window takes its name when it is made, not later.
    iframe.name = JSON.stringify({
      baseFrameName: `${this.identity.conversation}-pane`,
      hostInfo: hostInfo(this.identity),
      xdmInfo: [this.identity.conversation, "taxlot", window.location.origin].join("|"),
      serializerVersion: "1",
      flights: "[]",
    });
    iframe.src = `${page}?_host_Info=${encodeURIComponent(hostInfo(this.identity))}`;
    this.unload();
    this.iframe = iframe;
    window.addEventListener("message", this.onMessage);
    this.container.replaceChildren(iframe);
  }

  unload(): void {
    window.removeEventListener("message", this.onMessage);
    this.iframe = null;
    this.richApiListener = null;
    this.selectionListener = null;
    this.queuedEvents.length = 0;
    this.container.replaceChildren();
  }

  /** Sends events; those sent before office.js listens wait for it. */
  sendEvents(entries: readonly EventEntry[]): void {
    this.queuedEvents.push(...entries);
    if (this.richApiListener === null || this.queuedEvents.length === 0) return;
    const { window: target, correlationId } = this.richApiListener;
    const batch = this.queuedEvents.splice(0);
    post(target, "richApiMessage", this.identity.conversation, correlationId, REPLY_EVENT, { ArrayData: batch });
  }

  sendDocumentSelectionChanged(): void {
    if (this.selectionListener === null) return;
    const { window: target, correlationId } = this.selectionListener;
    post(target, SELECTION_CHANGED, this.identity.conversation, correlationId, REPLY_EVENT, {});
  }

  private receive(event: MessageEvent): void {
    if (event.source === null || event.source !== this.iframe?.contentWindow || event.origin !== window.location.origin) return;
    const request = requestOf(event.data);
    if (request === null) return;
    const source = event.source as Window;
    void this.replyTo(request, source).then((data) =>
      post(source, request._actionName, request._conversationId, request._correlationId, REPLY_ONCE, data),
    );
  }

  private async replyTo(request: Request, source: Window): Promise<unknown> {
    switch (request._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return this.appContext();
      case "executeMethod":
        return this.executeMethod(request);
      case "richApiMessage":
        this.richApiListener = { window: source, correlationId: request._correlationId };
        queueMicrotask(() => this.sendEvents([]));
        return { Error: 0, Version: 1 };
      case SELECTION_CHANGED: {
        const listener = { window: source, correlationId: request._correlationId };
        this.selectionListener = request._actionType === ACTION_UNREGISTER ? null : listener;
        return { Error: 0, Version: 1 };
      }
      // The last: on every Escape in the pane office.js lets go of a notice it might have shown.
      case "ContextActivationManager_notifyHost":
      case "appCommandInvoked":
      case "dialogNotificationShown":
        return { Error: 0, Version: 1 };
      default:
        this.answers.unknownRequest(request._actionName);
        return { Error: 0, Version: 1 };
    }
  }

  private async executeMethod(request: Request): Promise<unknown> {
    const dispatchId = request._data?.DdaMethod?.DispatchId;
    if (dispatchId !== EXECUTE_RICH_API) {
      this.answers.unknownRequest(`executeMethod ${String(dispatchId)}`);
      return { Version: 1, Error: 5001 };
    }
    const body: unknown = JSON.parse(String(request._data?.ArrayData?.[4] ?? "{}"));
    const flags = Number(request._data?.ArrayData?.[6] ?? 0);
    const partition = String(request._data?.ArrayData?.[0] ?? "");
    const results = await this.answers.processBatch(body, { delayForCellEdit: (flags & FLAG_DELAY_FOR_CELL_EDIT) !== 0, partition });
    return { Version: 1, Error: 0, Data: [200, [], JSON.stringify(results)] };
  }

  private appContext(): unknown {
    return {
      _id: "taxlot",
      _appInstanceId: this.identity.conversation,
      _appName: APP_EXCEL,
      _appVersion: "16.01",
      _appUILocale: "en-US",
      _dataLocale: "en-US",
      _docUrl: this.documentName(),
      _clientMode: 1,
      _settings: [],
      _reason: 2,
      _osfControlType: 1,
      _requirementMatrix: JSON.stringify(REQUIREMENT_SETS),
      _hostFullVersion: "16.01",
      _appDomains: [],
      _initialDisplayMode: 0,
      _appMinorVersion: 1,
    };
  }
}

function requestOf(data: unknown): Request | null {
  if (typeof data !== "string") return null;
  try {
    const message = JSON.parse(data) as Request;
    return message._messageType === MESSAGE_REQUEST ? message : null;
  } catch {
    return null;
  }
}

function post(
  target: Window,
  actionName: string,
  conversationId: string,
  correlationId: number,
  responseType: number,
  data: unknown,
): void {
  const message = {
    _messageType: MESSAGE_REPLY,
    _actionName: actionName,
    _conversationId: conversationId,
    _correlationId: correlationId,
    _errorCode: 0,
    _responseType: responseType,
    _data: data,
    _origin: window.location.origin,
    _serializerVersion: 1,
  };
  target.postMessage(JSON.stringify(message), window.location.origin);
}
