public import CatalogExchange
import StringCatalogs

extension CatalogFormat {
  /// MediaWiki's JSON; it is only read.
  public static let banana = CatalogFormat(
    name: "banana", title: "MediaWiki banana JSON", fileEndings: ["json"],
    limits: [
      "more than one `PLURAL` or `GENDER` in a message: they are read as text, with a warning",
      "`GRAMMAR` and other functions, which are read as text",
    ],
    resembles: { file in
      (try? JSONDocument(parsing: file.bytes))?.root.member("@metadata") != nil
    },
    read: BananaReader.read)
}
