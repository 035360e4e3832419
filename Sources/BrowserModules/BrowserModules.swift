public import CatalogExchange

extension RuntimeExport {
  /// ES modules for browsers and Node: one a locale, each message a function over `Intl`.
  ///
  ///     import { cart_items } from "./pl.js";
  ///     cart_items({ count: 5 });   // "5 produktów"
  public static let esm = RuntimeExport(
    name: "esm", title: "ES modules over Intl, with their types"
  ) { texts in ModuleWriter(texts).output }
}
