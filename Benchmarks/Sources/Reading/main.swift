import CatalogExchange
import CatalogFormats
import Glibc
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

// Reading prepare SOURCE TRANSLATION FOLDER   writes one language's messages in each format
// Reading read FORMAT FILE REPEATS            reads a file so often, and prints the fastest, in nanoseconds
//                                             of processor time, and how many messages there were

let context = FormatContext(locale: "pl", source: "en")

/// One language's messages as a catalogue of an exchange format, those left out that cannot be read.
func catalog(_ sourcePath: String, _ translationPath: String) throws -> ExchangeCatalog {
  func messages(_ path: String) throws -> [(key: String, message: Message)] {
    try JSONDocument(parsing: FileContents.read(path)).root.members.compactMap { member in
      guard let key = member.key.string, let text = member.value.string else { return nil }
      let parsed = MessageFormat2.parse(text)
      return parsed.isValid ? parsed.message.map { (key, $0) } : nil
    }
  }
  var translations: [String: Message] = [:]
  for (key, message) in try messages(translationPath) { translations[key] = message }
  var catalog = ExchangeCatalog(locale: context.locale, sourceLocale: context.source)
  for (key, source) in try messages(sourcePath) {
    guard let translation = translations[key] else { continue }
    catalog.entries.append(
      ExchangeEntry(
        key: key, source: ExchangeMessage(source), translation: ExchangeMessage(translation)))
  }
  return catalog
}

func processorTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

do {
  let arguments = Array(CommandLine.arguments.dropFirst())
  switch (arguments.first, arguments.count) {
  case ("prepare", 4):
    let catalog = try catalog(arguments[1], arguments[2])
    for format in CatalogFormatList.all {
      guard let output = format.write?(catalog, context) else { continue }
      let ending = format.name == "xliff12" ? "1.xlf" : format.fileEndings.first ?? ""
      try AtomicFile.write(output.bytes, to: "\(arguments[3])/\(format.name).\(ending)")
    }
  case ("read", 4):
    guard let format = CatalogFormatList.named(arguments[1]) else { exit(2) }
    let file = CatalogFile(path: arguments[2], bytes: try FileContents.read(arguments[2]))
    var fastest = Int.max
    var count = 0
    for _ in 0..<(Int(arguments[3]) ?? 1) {
      let start = processorTime()
      count = format.read(file, context).entries.count
      fastest = min(fastest, processorTime() - start)
    }
    print(fastest, count)
  default:
    print("usage: see Scripts/bench")
    exit(2)
  }
} catch {
  print("reading: \(error)")
  exit(2)
}
