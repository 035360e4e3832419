import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct XCStringsTests {
  private let spanish = FormatContext(locale: "es", source: "en")

  @Test(.disabled(if: Corpora.isMissing))
  func `every language of every String Catalog comes back byte for byte`() throws {
    var count = RoundTripCount()
    for path in try Corpora.files("xcstrings", ["xcstrings"]) {
      let file = CatalogFile(path: path, bytes: try FileContents.read(path))
      let languages = try #require(XCStringsReader.languages(file))
      var own = RoundTripCount()
      for locale in languages.locales {
        let context = FormatContext(locale: locale, source: languages.source ?? "en")
        try checkRoundTrip(.xcstrings, file, context, &own)
        let catalog = CatalogFormat.xcstrings.read(file, context)
        #expect(CatalogFormat.xcstrings.write?(catalog, context).bytes == file.bytes, "\(path)")
      }
      count.files += 1
      count.messages += own.messages
      count.broken += own.broken
      count.notCarried += own.notCarried
    }
    count.report("xcstrings")
    #expect(count.files == 11)
    #expect(count.messages == 12_753)
  }

  private static let substitutions = """
    {
      "sourceLanguage" : "en",
      "strings" : {
        "%lld files in %lld folders by %@" : {
          "localizations" : {
            "en" : {
              "stringUnit" : {
                "state" : "translated",
                "value" : "%#@files@ in %#@folders@ by %3$@"
              },
              "substitutions" : {
                "files" : {
                  "argNum" : 1,
                  "formatSpecifier" : "lld",
                  "variations" : {
                    "plural" : {
                      "one" : {
                        "stringUnit" : {
                          "state" : "translated",
                          "value" : "%arg file"
                        }
                      },
                      "other" : {
                        "stringUnit" : {
                          "state" : "translated",
                          "value" : "%arg files"
                        }
                      }
                    }
                  }
                },
                "folders" : {
                  "argNum" : 2,
                  "formatSpecifier" : "lld",
                  "variations" : {
                    "plural" : {
                      "one" : {
                        "stringUnit" : {
                          "state" : "translated",
                          "value" : "a folder (100 %%)"
                        }
                      },
                      "other" : {
                        "stringUnit" : {
                          "state" : "translated",
                          "value" : "%arg folders"
                        }
                      }
                    }
                  }
                }
              }
            },
            "es" : {
              "stringUnit" : {
                "state" : "translated",
                "value" : "%3$@: %1$lld, %2$lld"
              }
            }
          }
        }
      },
      "version" : "1.0"
    }
    """

  @Test func `substitutions are choices by their numbers`() throws {
    let file = catalogFile("a.xcstrings", Self.substitutions)
    let catalog = CatalogFormat.xcstrings.read(file, spanish)
    #expect(catalog.findings == [])
    let entry = try #require(catalog.entries.first)
    #expect(
      entry.source?.text == """
        .input {$files :integer}
        .input {$folders :integer}
        .match $files $folders
        one one {{{$files @source=|%arg|} file in a folder (100 %) by {$arg3 @source=|%3$@|}}}
        one * {{{$files @source=|%arg|} file in {$folders @source=|%arg|} folders by {$arg3 @source=|%3$@|}}}
        * one {{{$files @source=|%arg|} files in a folder (100 %) by {$arg3 @source=|%3$@|}}}
        * * {{{$files @source=|%arg|} files in {$folders @source=|%arg|} folders by {$arg3 @source=|%3$@|}}}
        """)
    // The other language's text has the names that the source's substitutions give.
    #expect(
      entry.translation?.text
        == "{$arg3 @source=|%3$@|}: {$files :integer @source=|%1$lld|}, {$folders :integer @source=|%2$lld|}"
    )
    #expect(CatalogFormat.xcstrings.write?(catalog, spanish).bytes == file.bytes)
  }

  @Test func `a message of two counts is written with substitutions, and read again`() throws {
    let text = """
      .input {$files :integer}
      .input {$folders :integer}
      .match $files $folders
      0 one {{Nada en una carpeta de {$owner}}}
      0 * {{Nada en {$folders} carpetas de {$owner}}}
      one one {{Un archivo en una carpeta de {$owner}}}
      one * {{Un archivo en {$folders} carpetas de {$owner}}}
      * one {{{$files} archivos en una carpeta de {$owner}}}
      * * {{{$files} archivos en {$folders} carpetas de {$owner}}}
      """
    let message = try #require(MessageFormat2.parse(text).message)
    var catalog = CatalogFormat.xcstrings.read(
      catalogFile("a.xcstrings", Self.substitutions), spanish)
    let new = ExchangeEntry(
      key: "new", source: ExchangeMessage(message), translation: ExchangeMessage(message))
    catalog.entries[0].translation = ExchangeMessage(
      try #require(
        MessageFormat2.parse(text.replacing("$owner", with: "$arg3")).message))
    catalog.entries.append(new)
    let output = try #require(CatalogFormat.xcstrings.write?(catalog, spanish))
    #expect(output.findings == [])
    let again = CatalogFormat.xcstrings.read(
      CatalogFile(path: "a.xcstrings", bytes: output.bytes), spanish)
    #expect(again.findings == [])
    for (before, after) in zip(catalog.entries, again.entries) {
      let meanings = [before, after].map { $0.translation?.message.map { Fingerprint(of: $0) } }
      #expect(meanings[0] == meanings[1], "\(after.translation?.text ?? "")")
    }
    #expect(String(decoding: output.bytes, as: UTF8.self).contains("\"%arg archivos\""))
    #expect(CatalogFormat.xcstrings.write?(again, spanish).bytes == output.bytes)
  }

  @Test func `one changed message changes its own lines only`() throws {
    let text = """
      {
        "sourceLanguage" : "en",
        "strings" : {
          "%lld files" : {
            "localizations" : {
              "es" : {
                "stringUnit" : {
                  "state" : "translated",
                  "value" : "%lld archivos"
                }
              }
            }
          },
          "Empty" : {

          }
        },
        "version" : "1.0"
      }
      """
    var catalog = CatalogFormat.xcstrings.read(catalogFile("a.xcstrings", text), spanish)
    #expect(catalog.entries.map { $0.translation == nil } == [false, true])
    let message = try #require(catalog.entries.first?.translation)
    catalog.entries[0].translation = ExchangeMessage(
      try #require(
        MessageFormat2.parse(message.text.replacing("archivos", with: "ficheros")).message))
    let output = try #require(CatalogFormat.xcstrings.write?(catalog, spanish))
    #expect(
      String(decoding: output.bytes, as: UTF8.self)
        == text.replacing("archivos", with: "ficheros"))
  }
}
