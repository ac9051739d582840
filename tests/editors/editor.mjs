// One window of an editor: a folder, its settings, and what VS Code's JSON language service says about its files.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import languageService from "vscode-json-languageservice";

const { getLanguageService, TextDocument } = languageService;

export class Editor {
  #service;
  #folder;

  // `schema` takes the place of the text of every schema that is asked for.
  constructor(folder, { settings, schema }) {
    this.#folder = folder;
    this.#service = getLanguageService({
      schemaRequestService: async (uri) => schema ?? readFileSync(fileURLToPath(uri), "utf8"),
      workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
    });
    // VS Code takes a `url` in a folder's settings as relative to the folder.
    const root = `${pathToFileURL(folder).href}/`;
    this.#service.configure({
      validate: true,
      schemas: (settings?.["json.schemas"] ?? []).map(({ fileMatch, url }) => ({
        uri: new URL(url, root).href, fileMatch, folderUri: root,
      })),
    });
  }

  #open(name, text) {
    const document = TextDocument.create(pathToFileURL(join(this.#folder, name)).href, "json", 1, text);
    return [document, this.#service.parseJSONDocument(document)];
  }

  // The text that appears when the mouse rests at `offset`; undefined if none.
  async hover(name, text, offset) {
    const [document, json] = this.#open(name, text);
    const shown = await this.#service.doHover(document, document.positionAt(offset), json);
    if (!shown) return undefined;
    const pieces = Array.isArray(shown.contents) ? shown.contents : [shown.contents];
    // The service escapes what would be Markdown.
    return pieces.map((piece) => piece.value ?? piece).join("\n").replace(/\\([\\`*_{}[\]()#+\-.!<>])/g, "$1");
  }

  // What is offered at `offset`.
  async offers(name, text, offset) {
    const [document, json] = this.#open(name, text);
    const list = await this.#service.doComplete(document, document.positionAt(offset), json);
    return list.items.map((item) => item.label);
  }

  // Each mark: the text that is underlined, and why.
  async marks(name, text) {
    const [document, json] = this.#open(name, text);
    const found = await this.#service.doValidation(document, json);
    return found.map(({ range, message }) =>
      ({ text: document.getText(range), at: document.offsetAt(range.start), message }));
  }
}
