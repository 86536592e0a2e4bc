import assert from "node:assert/strict";
import type { Action, Batch, ObjectPath } from "../../workbench/host/batch";
import { Dispatcher } from "../../workbench/host/dispatcher";
import { itemNotFound } from "../../workbench/host/host-error";
import { hostObject, PlainResult, type HostClass } from "../../workbench/host/host-class";

interface Shelf {
  readonly books: { title: string }[];
}

const bookClass: HostClass<{ title: string }> = {
  name: "Book",
  identity: (book) => ({ Id: book.title }),
  properties: { title: (book) => book.title, pages: () => 100 },
  setters: { title: (book, title) => (book.title = String(title)) },
};

const booksClass: HostClass<Shelf> = {
  name: "BookCollection",
  items: (shelf) => shelf.books.map((book) => hostObject(bookClass, book)),
  methods: {
    GetItemOrNullObject: (shelf, title) => {
      const book = shelf.books.find((candidate) => candidate.title === title);
      return book ? hostObject(bookClass, book) : null;
    },
    GetItem: (shelf, title) => {
      const book = shelf.books.find((candidate) => candidate.title === title);
      if (!book) throw itemNotFound("BookCollection.getItem");
      return hostObject(bookClass, book);
    },
    GetCount: (shelf) => new PlainResult(shelf.books.length),
  },
};

const shelfClass: HostClass<Shelf> = {
  name: "Shelf",
  properties: { colour: () => "oak" },
  links: { books: (shelf) => hostObject(booksClass, shelf) },
};

/** Paths as office.js numbers them: 1 the root, 2 its books. */
const ROOT: ObjectPath = { Id: 1, ObjectPathType: 1, Name: "" };
const BOOKS: ObjectPath = { Id: 2, ObjectPathType: 4, Name: "Books", ParentObjectPathId: 1 };
const bookPath = (Id: number, Name: string, title: string): ObjectPath => ({
  Id,
  ObjectPathType: 3,
  Name,
  ParentObjectPathId: 2,
  ArgumentInfo: { Arguments: [title] },
});

function batch(paths: readonly ObjectPath[], actions: readonly Omit<Action, "Id">[]): Batch {
  return {
    ObjectPaths: Object.fromEntries(paths.map((path) => [path.Id, path])),
    Actions: actions.map((action, index) => ({ ...action, Id: 100 + index })),
  };
}

const instantiate = (ObjectPathId: number) => ({ ActionType: 1, Name: "", ObjectPathId });
const query = (ObjectPathId: number, ...Select: string[]) => ({ ActionType: 2, Name: "", ObjectPathId, QueryInfo: { Select } });

describe("Request batches", () => {
  let shelf: Shelf;
  let missing: string[];
  let dispatcher: Dispatcher;

  beforeEach(() => {
    shelf = { books: [{ title: "Emma" }, { title: "Ulysses" }] };
    missing = [];
    dispatcher = new Dispatcher({
      root: hostObject(shelfClass, shelf),
      newObject: () => null,
      used: (member, found) => void (found || missing.push(member)),
      calculated: () => Promise.resolve(),
    });
  });

  it("answers loaded properties in the casing office.js reads", async () => {
    const { Results } = await dispatcher.process(batch([ROOT, BOOKS, bookPath(3, "GetItem", "Emma")], [query(3, "title", "pages")]));
    assert.deepEqual(Results, [{ ActionId: 100, Value: { Id: "Emma", Title: "Emma", Pages: 100 } }]);
  });

  it("answers a collection's items, asked for by items/name or by name alone", async () => {
    for (const select of ["items/title", "title"]) {
      const { Results } = await dispatcher.process(batch([ROOT, BOOKS], [query(2, select)]));
      const items = [{ Id: "Emma", Title: "Emma" }, { Id: "Ulysses", Title: "Ulysses" }];
      assert.deepEqual(Results[0]?.Value, { _Items: items });
    }
  });

  it("follows a path through a link: books/title", async () => {
    const { Results } = await dispatcher.process(batch([ROOT], [query(1, "colour", "books/title")]));
    assert.deepEqual(Results[0]?.Value, {
      Colour: "oak",
      Books: { _Items: [{ Id: "Emma", Title: "Emma" }, { Id: "Ulysses", Title: "Ulysses" }] },
    });
  });

  it("gives null for an object that is not there and for all that is asked of it", async () => {
    const paths = [ROOT, BOOKS, bookPath(3, "GetItemOrNullObject", "Dubliners")];
    const { Results } = await dispatcher.process(batch(paths, [instantiate(3), query(3, "title")]));
    assert.deepEqual(Results.map((result) => result.Value), [null, null]);
  });

  it("sets properties and runs actions in order", async () => {
    const paths = [ROOT, BOOKS, bookPath(3, "GetItem", "Emma")];
    const set = { ActionType: 4, Name: "Title", ObjectPathId: 3, ArgumentInfo: { Arguments: ["Persuasion"] } };
    const { Results } = await dispatcher.process(batch(paths, [query(3, "title"), set, query(3, "title")]));
    assert.deepEqual(Results.map((result) => (result.Value as { Title: string }).Title), ["Emma", "Persuasion"]);
  });

  it("keeps an object for later batches when asked to, until it is let go", async () => {
    const paths = [ROOT, BOOKS, bookPath(3, "GetItem", "Emma")];
    const keep = { ActionType: 3, Name: "_KeepReference", ObjectPathId: 3 };
    const kept = await dispatcher.process(batch(paths, [keep, instantiate(3)]));
    const { _ReferenceId } = kept.Results.at(-1)?.Value as { _ReferenceId: string };
    const again: ObjectPath = { Id: 7, ObjectPathType: 6, Name: _ReferenceId };
    assert.deepEqual((await dispatcher.process(batch([again], [query(7, "title")]))).Results[0]?.Value, {
      Id: "Emma",
      Title: "Emma",
    });
    const release = { ActionType: 3, Name: "_RemoveReference", ObjectPathId: 1, ArgumentInfo: { Arguments: [_ReferenceId] } };
    await dispatcher.process(batch([ROOT], [release]));
    const gone = await dispatcher.process(batch([again], [query(7, "title")]));
    assert.equal(gone.Error?.Code, "InvalidReference");
  });

  it("stops at the action that fails and says which, with the answers before it", async () => {
    const paths = [ROOT, BOOKS, bookPath(3, "GetItem", "Dubliners")];
    const answer = await dispatcher.process(batch(paths, [query(1, "colour"), query(3, "title"), query(1, "colour")]));
    assert.equal(answer.Results.length, 1);
    assert.equal(answer.Error?.Code, "ItemNotFound");
    assert.equal(answer.Error?.ActionIndex, 1);
  });

  it("refuses by name a property, method, setter or object it does not have; \"constructor\" is none", async () => {
    const refused = [
      batch([ROOT], [query(1, "weight")]),
      batch([ROOT], [query(1, "constructor")]),
      batch([ROOT], [{ ActionType: 3, Name: "Burn", ObjectPathId: 1 }]),
      batch([ROOT], [{ ActionType: 4, Name: "Colour", ObjectPathId: 1, ArgumentInfo: { Arguments: ["red"] } }]),
      batch([{ Id: 4, ObjectPathType: 2, Name: "Library.Lamp" }], [instantiate(4)]),
      batch([ROOT], [{ ActionType: 8, Name: "", ObjectPathId: 1 }]),
    ];
    for (const request of refused) assert.equal((await dispatcher.process(request)).Error?.Code, "NotImplemented");
    assert.deepEqual(missing, [
      "Shelf.weight",
      "Shelf.constructor",
      "Shelf.burn",
      "Shelf.colour (set)",
      "Library.Lamp.new object",
      "request batches.action type 8",
    ]);
  });

  it("answers a trace, or office.js never adds the event handler it tied to it", async () => {
    const answer = await dispatcher.process(batch([ROOT], [{ ActionType: 5, Name: "Trace", ObjectPathId: 0 }]));
    assert.deepEqual(answer, { Results: [{ ActionId: 100, Value: null }], TraceIds: [100] });
  });
});
