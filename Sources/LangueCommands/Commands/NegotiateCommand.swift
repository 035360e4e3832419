import ArgumentParser
import LocaleIdentifiers
import LocaleServices
import StringCatalogs

struct NegotiateCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "negotiate",
      abstract: "Print the locale that a visitor gets, by what the browser asks for.",
      discussion: """
        langue negotiate 'da, en-gb;q=0.8'

        Nearness is CLDR's; the site's denials (in Locales/site.json) and those that hold everywhere \
        rule some of it out: a reader of Ukrainian is never given the Russian page. Where nothing fits, \
        it is the source.
        """)
  }

  @OptionGroup var site: SiteOptions

  @Option(help: "The locale alone, or with the reasons.")
  var format: Format = .text

  @Argument(help: ArgumentHelp("The value of Accept-Language.", valueName: "header"))
  var header: String

  func run() throws {
    let site = try site.load()
    let header = AcceptLanguage(header)
    let match = site.matcher.match(header)
    switch format {
    case .text: try StandardStreams.print("\(match.locale)\n")
    case .json: try StandardStreams.print(NegotiationReport(header, match).text)
    }
  }
}
