public import Diagnostics
import LocaleIdentifiers

/// Writes changed messages into a locale's JSON catalogues; every byte that need not change stays.
///
///     let files = try CatalogEditor(locale: polish, source: source).files(applying: merge.changes)
///     for file in files { try AtomicFile.write(file.bytes, to: site.root + "/" + file.path) }
///
/// A new key goes into the catalogue of the same name as the source's, behind the key that it follows
/// there; a catalogue that does not exist is made. Whoever has catalogues of other formats among them
/// hands in how those are edited.
public struct CatalogEditor: Sendable {
  /// Changes a catalogue that is not of the site's own format.
  public typealias ForeignEditing =
    @Sendable (Catalog, [TranslationMerge.Change]) throws(Diagnostic) -> CatalogFile

  private let locale: LocaleCatalogs
  private let source: LocaleCatalogs
  private let editForeign: ForeignEditing?

  public init(
    locale: LocaleCatalogs, source: LocaleCatalogs, editForeign: ForeignEditing? = nil
  ) {
    self.locale = locale
    self.source = source
    self.editForeign = editForeign
  }

  /// The files that change, whole, in the order of their paths. Nothing is written.
  ///
  /// - Throws: The fault of a catalogue that is not JSON, or of a result that would not be.
  public func files(applying changes: [TranslationMerge.Change]) throws(Diagnostic) -> [CatalogFile]
  {
    var byCatalog: [String: [TranslationMerge.Change]] = [:]
    for change in changes {
      let owner = locale.catalog(of: change.key) ?? source.catalog(of: change.key)
      guard let owner else { continue }
      byCatalog[owner.name, default: []].append(change)
    }
    var files: [CatalogFile] = []
    for (name, changes) in byCatalog.sorted(by: { $0.key < $1.key }) {
      if let catalog = locale.catalogs.first(where: { $0.name == name }) {
        let isForeign = !catalog.file.path.hasSuffix(".json")
        let edit = isForeign ? editForeign ?? edited : edited
        files.append(try edit(catalog, inOrderOfTheSource(changes)))
      } else {
        files.append(made(name, changes))
      }
    }
    return files
  }

  // MARK: A catalogue that exists

  private func edited(
    _ catalog: Catalog, _ changes: [TranslationMerge.Change]
  ) throws(Diagnostic) -> CatalogFile {
    let document = try JSONDocument(parsing: catalog.file.bytes)
    let places = CatalogPlaces(document.root)
    let state = document.root.member("@@state")?.string
    var editor = JSONEditor(document)
    for change in changes {
      let metadata = members(of: change, fileState: state)
      if let message = places.messages[change.key] {
        if message.value.string != change.text {
          editor.replace(message.value, with: .string(change.text))
        }
        if let object = places.metadata[change.key]?.value {
          editor.set(metadata, in: object)
        } else if !metadata.isEmpty {
          editor.insert([.init("@\(message.key.string ?? "")", .object(metadata))], behind: message)
        }
      } else {
        let new: [JSONTree.Member] = [
          .init(change.key, .string(change.text)), .init("@\(change.key)", .object(metadata)),
        ]
        if let anchor = anchor(of: change.key, places) {
          editor.insert(new, behind: anchor)
        } else {
          editor.append(new, to: document.root)
        }
      }
    }
    return CatalogFile(path: catalog.file.path, bytes: try editor.finish())
  }

  /// The member at the top of the file behind which a new key goes: that of the nearest key before it
  /// in the source.
  private func anchor(of key: String, _ places: CatalogPlaces) -> JSONValue.Member? {
    var anchor: JSONValue.Member?
    for entry in source.catalog(of: key)?.entries ?? [] {
      if entry.key == key { return anchor }
      anchor = places.outermost[entry.key] ?? anchor
    }
    return anchor
  }

  // MARK: A new catalogue

  private func made(_ name: String, _ changes: [TranslationMerge.Change]) -> CatalogFile {
    var members: [JSONTree.Member] = [.init("@@locale", .string(locale.locale.tag))]
    for change in inOrderOfTheSource(changes) {
      members.append(.init(change.key, .string(change.text)))
      members.append(.init("@\(change.key)", .object(self.members(of: change, fileState: nil))))
    }
    let text = JSONTree.object(members).text(.indented) + "\n"
    return CatalogFile(
      path: "\(CatalogLoader.folder)/\(locale.locale)/\(name).json", bytes: Array(text.utf8))
  }

  /// The metadata that a change writes. The state is left out where the file says it for all; the source
  /// itself is a translation of nothing.
  private func members(
    of change: TranslationMerge.Change, fileState: String?
  ) -> [JSONTree.Member] {
    if locale.locale == source.locale { return [] }
    let source = JSONTree.Member("source", .string(change.source))
    let isStated = fileState == change.state.rawValue
    let hadOwnState = locale[change.key].map { $0.metadata.state?.rawValue != fileState } ?? false
    if isStated, !hadOwnState { return [source] }
    return [.init("state", .string(change.state.rawValue)), source]
  }

  private func inOrderOfTheSource(
    _ changes: [TranslationMerge.Change]
  ) -> [TranslationMerge.Change] {
    var ranks: [String: Int] = [:]
    for entry in source.entries { ranks[entry.key] = ranks.count }
    return changes.sorted { (ranks[$0.key] ?? .max, $0.key) < (ranks[$1.key] ?? .max, $1.key) }
  }
}

/// Where the keys of a JSON catalogue stand.
struct CatalogPlaces {
  var messages: [String: JSONValue.Member] = [:]
  var metadata: [String: JSONValue.Member] = [:]
  /// For each key, the last member at the top of the file that belongs to it: its message, its
  /// metadata, or the object that it is nested in.
  var outermost: [String: JSONValue.Member] = [:]

  init(_ root: JSONValue) {
    for member in root.members { read(member, prefix: "", outermost: member) }
  }

  private mutating func read(
    _ member: JSONValue.Member, prefix: String, outermost top: JSONValue.Member
  ) {
    guard let name = member.key.string, !name.hasPrefix("@@") else { return }
    if name.hasPrefix("@") {
      let key = prefix + name.dropFirst()
      if metadata.updateValue(member, forKey: key) == nil, messages[key] != nil {
        outermost[key] = top
      }
    } else if member.value.kind == .object {
      for inner in member.value.members {
        read(inner, prefix: prefix + name + ".", outermost: top)
      }
    } else if messages[prefix + name] == nil {
      messages[prefix + name] = member
      outermost[prefix + name] = top
    }
  }
}
