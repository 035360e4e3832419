import Diagnostics
import LocaleIdentifiers
import StringCatalogs
import TypedStrings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// langue-typed-strings OUTPUT.swift ACCESS LOCALE CATALOGUE.json…: what the build plugin runs.

func complain(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(2, bytes, bytes.count)
}

func stop(_ message: String) -> Never {
  complain("error: \(message)")
  exit(2)
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 4, let output = arguments.first,
  let access = arguments.dropFirst().first.flatMap(TypedStrings.Access.init(rawValue:)),
  let locale = arguments.dropFirst(2).first.flatMap({ LocaleIdentifier($0) })
else {
  stop("usage: langue-typed-strings OUTPUT.swift internal|package|public LOCALE CATALOGUE.json…")
}

var catalogs: [Catalog] = []
var hasErrors = false
for path in arguments.dropFirst(3) {
  do {
    let file = CatalogFile(path: path, bytes: try FileContents.read(path))
    let catalog = CatalogReader.json.read(file, locale)
    // In the compiler's own form, so that editors lead to the place.
    for finding in catalog.findings where finding.severity == .error {
      let place = finding.range.map { ":\($0.start.line):\($0.start.column)" } ?? ""
      complain("\(path)\(place): error: \(finding.message)")
      hasErrors = true
    }
    catalogs.append(catalog)
  } catch {
    stop(error.message)
  }
}
if hasErrors { exit(1) }
do {
  try AtomicFile.write(
    Array(TypedStrings(catalogs: catalogs, access: access).code.utf8), to: output)
} catch {
  stop(error.message)
}
