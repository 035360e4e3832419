#if Preview
  import Diagnostics
  import LocaleIdentifiers
  import MessageSyntax
  import PreviewPages
  import StringCatalogs

  /// Saves one text to its catalogue file: checked, atomic, and only if the file still holds what
  /// the page showed.
  struct TextSaving {
    let snapshot: PreviewSite.Snapshot
    let locale: LocaleIdentifier
    let key: String
    let text: String
    /// The text that the page had before; nil where it had none.
    let was: String?
    let state: TranslationState?

    /// The longest message that a catalogue may hold, in bytes.
    private static let maximumLength = 64 << 10

    enum Result {
      case saved(SavedChanges.Change)
      /// The file holds another text than the page showed; nil where it has none.
      case conflict(now: String?)
      case refused(String, status: Int)
    }

    func save() -> Result {
      let source = snapshot.pages.site.source
      guard let catalogs = snapshot.catalogs[locale], let origin = snapshot.catalogs[source],
        let sourceCatalog = origin.catalog(of: key), let sourceEntry = origin[key]
      else { return .refused("the site has no such text", status: 404) }
      guard text.utf8.count <= Self.maximumLength else {
        return .refused("the message is too long", status: 422)
      }
      let syntax = catalogs[key]?.syntax ?? .messageFormat2
      if let fault = syntax.parse(text).diagnostics.first(where: { $0.severity == .error }) {
        return .refused(fault.message, status: 422)
      }
      // The file's path comes from the loader, or from the locale and the source's file name, both
      // of which were parsed; nothing of the request is in it.
      let known =
        catalogs.catalog(of: key) ?? catalogs.catalogs.first { $0.name == sourceCatalog.name }
      let path = known?.file.path ?? "Strings/\(locale.tag)/\(sourceCatalog.name).json"
      let edit = CatalogEdit(
        key: key, text: text, state: state,
        sourceFingerprint: locale == source ? nil : sourceEntry.fingerprint)
      return write(
        edit, to: snapshot.pages.site.root + "/" + path, path,
        order: sourceCatalog.entries.map(\.key))
    }

    private func write(
      _ edit: CatalogEdit, to file: String, _ path: String, order: [String]
    ) -> Result {
      do {
        guard FolderContents.kind(of: file) != nil else {
          let new = edit.newFile(locale: locale.tag)
          try AtomicFile.write(new, to: file, makesFolder: true)
          return .saved(SavedChanges.Change(file: file, before: nil, after: new))
        }
        let bytes = try FileContents.read(file)
        let now = CatalogReader.json.read(CatalogFile(path: path, bytes: bytes), locale)
          .entries.first { $0.key == key }?.text
        guard now == was else {
          return .conflict(now: now)
        }
        let new = try edit.apply(to: bytes, after: order)
        try AtomicFile.write(new, to: file)
        return .saved(SavedChanges.Change(file: file, before: bytes, after: new))
      } catch is CatalogEdit.Failure {
        return .refused("the catalogue file is not in order just now", status: 409)
      } catch let failure as FileError {
        return .refused(
          failure.reason == .diskFull
            ? "no room left on the disk" : "the file could not be read or written", status: 500)
      } catch {
        return .refused("the file could not be written", status: 500)
      }
    }
  }
#endif
