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

// langue-typed-strings OUTPUT.swift ACCESS LOCALE FOLDER NAME.json…: what the build plugin runs, over all
// catalogues in the folder. The names are those that the build watches.

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
  let locale = arguments.dropFirst(2).first.flatMap({ LocaleIdentifier($0) }),
  let folder = arguments.dropFirst(3).first
else {
  stop("usage: langue-typed-strings OUTPUT.swift internal|package|public LOCALE FOLDER NAME.json…")
}
let watched = Set(arguments.dropFirst(4))

do {
  let names = try FolderContents.list(folder).filter { !$0.isFolder }.map(\.name)
    .filter { $0.hasSuffix(".json") }
  let catalogs = try names.map { name in
    let path = "\(folder)/\(name)"
    if !watched.contains(name) {
      complain(
        "\(path): warning: this catalogue is new; save Package.swift again, so that builds watch it"
      )
    }
    return CatalogReader.json.read(
      CatalogFile(path: path, bytes: try FileContents.read(path)), locale)
  }
  let strings = TypedStrings(catalogs: catalogs, access: access)
  // In the compiler's own form, so that editors lead to the place.
  for finding in strings.faults {
    let place = finding.range.map { ":\($0.start.line):\($0.start.column)" } ?? ""
    complain("\(finding.file)\(place): error: \(finding.message)")
  }
  if !strings.faults.isEmpty { exit(1) }
  let code = Array(strings.code.utf8)
  // A file that stays as it is is not compiled again.
  if (try? FileContents.read(output)) != code { try AtomicFile.write(code, to: output) }
} catch let error as FileError {
  stop(error.message)
}
