import Diagnostics

/// Checks what stands of XLIFF 2's modules on and in the core's elements (XLIFF 2.1, section 5).
///
/// ITS is not checked, nor are what a restriction of size or a rule says of the texts themselves.
struct XLIFFModuleValidation {
  private(set) var faults: [Diagnostic] = []
  /// Texts of the core in candidates for a translation, to be checked as such.
  private var texts: [XMLNode] = []
  /// The core's elements from the outermost one to that which is looked at.
  private var path: [XMLNode] = []
  /// What was looked up in an element, by its index: many may refer to it.
  private var identifiersInTexts: [Int: Set<String>] = [:]
  private var identifiersInData: [Int: Set<String>] = [:]
  private var notes: [Int: [String: XMLNode]] = [:]

  /// The module that was looked up last: most elements are of the same one as their neighbour.
  private var last: (namespace: String, module: XLIFFModule?) = ("", nil)

  private mutating func module(of namespace: String) -> XLIFFModule? {
    if last.namespace != namespace { last = (namespace, XLIFFModule.of(namespace)) }
    return last.module
  }

  private mutating func report(_ message: String, _ span: Range<Int>) {
    faults.append(Diagnostic(code: "invalid-xliff", message: message, span: span))
  }

  // MARK: Attributes on the core's elements

  mutating func check(attributesOf element: XMLNode, in path: [XMLNode]) {
    self.path = path
    for attribute in element.attributes {
      guard let module = module(of: attribute.name.namespace) else { continue }
      let name = attribute.name.local
      guard let value = module.attributes[name] else {
        report("`\(attribute.qualifiedName)` is no attribute of its module", attribute.span)
        continue
      }
      check(attribute, value)
      // What ends an `sc` has nothing of its own.
      if element.name.local == "ec", element.attribute("isolated")?.value != "yes" {
        report("`\(name)` cannot stand on an `ec` that ends an `sc`", attribute.span)
      }
      func other(_ name: String) -> XMLAttribute? {
        element.attribute(name, namespace: attribute.name.namespace)
      }
      switch (module.prefix, name) {
      case ("fs", "subFs"):
        if other("fs") == nil { report("`subFs` without `fs`", attribute.span) }
      case ("slr", "sizeInfo"):
        let isNumber = XLIFFSchema.Value.wholeNumber.allows(attribute.value)
        if !isNumber, hasStandardProfile(attribute.name.namespace) {
          report("`\(attribute.value)` is no value of `\(name)`", attribute.span)
        }
      case ("slr", "sizeInfoRef"):
        if other("sizeInfo") != nil {
          report("`sizeInfoRef` beside `sizeInfo`", attribute.span)
        }
        if !path.contains(where: { dataIdentifiers(in: $0).contains(attribute.value) }) {
          report("no `data` around has an element `\(attribute.value)`", attribute.span)
        }
      default: break
      }
    }
  }

  private mutating func check(_ attribute: XMLAttribute, _ value: XLIFFSchema.Value) {
    if !value.allows(attribute.value) {
      report("`\(attribute.value)` is no value of `\(attribute.name.local)`", attribute.span)
    }
  }

  /// Whether sizes are said to be counted as the standard's profiles do, in whole numbers. Of others, and
  /// where nothing is said, they may be any text.
  private func hasStandardProfile(_ namespace: String) -> Bool {
    let profiles = path.first { $0.name.local == "file" }?.elements.first {
      $0.name == XMLName(namespace: namespace, local: "profiles")
    }
    return profiles?.attribute("generalProfile")?.value.hasPrefix("xliff:") ?? false
  }

  /// What the size restriction module's `data` in an element has, which those beside it refer to.
  private mutating func dataIdentifiers(in holder: XMLNode) -> Set<String> {
    if let known = identifiersInData[holder.index] { return known }
    var found: Set<String> = []
    for element in holder.elements
    where element.name.local == "data" && XLIFFModule.of(element.name.namespace)?.prefix == "slr" {
      element.collectIdentifiers(&found)
    }
    identifiersInData[holder.index] = found
    return found
  }

  // MARK: Elements

  /// An outermost element of a module in an element of the core.
  ///
  /// - Returns: Texts of the core in it, to be checked as such.
  mutating func check(_ element: XMLNode, in path: [XMLNode]) -> [XMLNode] {
    self.path = path
    texts = []
    checkOutermost(element)
    return texts
  }

  private mutating func checkOutermost(_ element: XMLNode) {
    guard let module = module(of: element.name.namespace) else { return }
    let name = element.name.local
    guard let places = module.places[name] else {
      let isKnown = module.elements[name] != nil
      return report(
        isKnown ? "`\(name)` stands alone" : "`\(name)` is no element of its module", element.tag)
    }
    if let holder = path.last, !places.contains(holder.name.local) {
      report("`\(name)` cannot stand in `\(holder.name.local)`", element.tag)
    }
    check(element, module)
  }

  private mutating func check(_ element: XMLNode, _ module: XLIFFModule) {
    let name = element.name.local
    guard let rule = module.elements[name] else {
      return report("`\(name)` is no element of its module", element.tag)
    }
    checkAttributes(element, rule)
    var found: Set<String> = []
    for child in element.children {
      switch child.kind {
      case .text, .cdata:
        if !rule.holdsText, !child.isBlank {
          report("text cannot stand in `\(name)`", child.span)
        }
      case .element: check(child, in: name, rule, module, &found)
      case .comment, .other: continue
      }
    }
    for child in rule.requiredChildren where !found.contains(child) {
      report("`\(name)` has no `\(child)`", element.tag)
    }
    if let members = module.unique[name] { checkUnique(members, in: element) }
    checkConstraints(element, module, found)
  }

  private mutating func check(
    _ child: XMLNode, in name: String, _ rule: XLIFFSchema.Element, _ module: XLIFFModule,
    _ found: inout Set<String>
  ) {
    let local = child.name.local
    let other = self.module(of: child.name.namespace)
    let isOwn = other?.prefix == module.prefix
    let isCore = child.name.namespace == path.first?.name.namespace
    if isOwn ? rule.children.contains(local) : isCore && rule.coreChildren.contains(local) {
      if !found.insert(local).inserted, rule.single.contains(local) {
        report("`\(name)` has more than one `\(local)`", child.tag)
      }
      if isOwn {
        check(child, module)
      } else if name == "match", local != "originalData" {
        texts.append(child)
      }
    } else if isOwn || isCore || !rule.holdsOthers {
      report("`\(local)` cannot stand in `\(name)`", child.tag)
    } else if let other {
      check(child, other)
    }
  }

  private mutating func checkAttributes(_ element: XMLNode, _ rule: XLIFFSchema.Element) {
    let name = element.name.local
    for required in rule.required where element.attribute(required) == nil {
      report("`\(required)` is missing", element.tag)
    }
    for attribute in element.attributes {
      switch attribute.name.namespace {
      case "", XLIFFVersion.xml:
        let own = (attribute.name.namespace.isEmpty ? "" : "xml:") + attribute.name.local
        if let value = rule.value(of: own) {
          check(attribute, value)
        } else if attribute.name.namespace.isEmpty || !rule.isOpen
          || (name == "match" && own == "xml:lang")
        {
          report("`\(own)` cannot stand on `\(name)`", attribute.span)
        }
      default:
        if !rule.isOpen {
          report("`\(attribute.qualifiedName)` cannot stand on `\(name)`", attribute.span)
        }
      }
    }
  }

  private mutating func checkUnique(_ names: Set<String>, in holder: XMLNode) {
    var seen: Set<String> = []
    func visit(_ element: XMLNode) {
      for child in element.elements where child.name.namespace == holder.name.namespace {
        if let id = child.attribute("id"), names.contains(child.name.local),
          !seen.insert(id.value).inserted
        {
          report("the identifier `\(id.value)` of a \(child.name.local) stands twice", id.span)
        }
        visit(child)
      }
    }
    visit(holder)
  }

  // MARK: Constraints

  private mutating func checkConstraints(
    _ element: XMLNode, _ module: XLIFFModule, _ found: Set<String>
  ) {
    switch (module.prefix, element.name.local) {
    case ("mtc", "match"):
      if let subType = element.attribute("subType"), element.attribute("type") == nil {
        report("`subType` without `type`", subType.span)
      }
      if let reference = element.attribute("ref") { checkSpan(reference) }
    case ("gls", "glossEntry"):
      if found.isDisjoint(with: ["translation", "definition"]) {
        report("`glossEntry` needs a `translation` or a `definition`", element.tag)
      }
    case ("res", "source"), ("res", "target"): checkResource(element)
    case ("val", "rule"): checkRule(element)
    case ("ctr", "revisions"): checkRevisions(element)
    default: break
    }
  }

  /// A match refers to a part of its unit's source, as a fragment identifier.
  private mutating func checkSpan(_ reference: XMLAttribute) {
    guard let hash = reference.value.firstIndex(of: "#") else {
      return report("`\(reference.value)` has no `#`", reference.span)
    }
    // One selector without a prefix is of the same unit; others lead through the document.
    let selector = reference.value[reference.value.index(after: hash)...]
    guard hash == reference.value.startIndex, !selector.contains("="), !selector.contains("/"),
      let unit = path.last
    else { return }
    if identifiersInTexts[unit.index] == nil {
      var found: Set<String> = []
      for text in unit.elements where ["segment", "ignorable"].contains(text.name.local) {
        text.collectIdentifiers(&found)
      }
      identifiersInTexts[unit.index] = found
    }
    if identifiersInTexts[unit.index]?.contains(String(selector)) == false {
      report("no text of the unit is `\(reference.value)`", reference.span)
    }
  }

  /// A resource stands in its element or elsewhere; the source's is in the document's language.
  private mutating func checkResource(_ element: XMLNode) {
    let isEmpty = element.source(element.content).trimmed.isEmpty
    if isEmpty != (element.attribute("href") != nil) {
      report("`\(element.name.local)` needs either `href` or a content", element.tag)
    }
    guard element.name.local == "source",
      let own = element.attribute("lang", namespace: XLIFFVersion.xml),
      let language = path.first?.attribute("srcLang")?.value
    else { return }
    if own.value.lowercased() != language.lowercased() {
      report("`\(own.value)` is not the file's language `\(language)`", own.span)
    }
  }

  private mutating func checkRule(_ rule: XMLNode) {
    let kinds = ["isPresent", "isNotPresent", "startsWith", "endsWith"].filter {
      rule.attribute($0) != nil
    }
    let ofOthers = rule.attributes.contains {
      !$0.name.namespace.isEmpty && $0.name.namespace != XLIFFVersion.xml
    }
    if kinds.count + (ofOthers ? 1 : 0) != 1 {
      report("a rule is one of a kind, not \(kinds.count + (ofOthers ? 1 : 0))", rule.tag)
    } else if let exists = rule.attribute("existsInSource"),
      kinds.first == "isNotPresent" || ofOthers
    {
      report("`existsInSource` needs `isPresent`, `startsWith` or `endsWith`", exists.span)
    }
  }

  /// Revisions of a note say which one, where there are several; what changed is its text or one of its
  /// attributes.
  private mutating func checkRevisions(_ revisions: XMLNode) {
    guard revisions.attribute("appliesTo")?.value == "note", let holder = path.last else { return }
    let notes = identifiedNotes(in: holder)
    let reference = revisions.attribute("ref")
    let note = reference.flatMap { notes[$0.value] }
    if let reference, note == nil {
      report("no note has the identifier `\(reference.value)`", reference.span)
    } else if reference == nil, notes.count > 1 {
      report("`ref` has to say which of the notes", revisions.tag)
    }
    guard let note else { return }
    for item in revisions.elements.flatMap({ Array($0.elements) }) {
      guard let property = item.attribute("property"), property.value != "content" else { continue }
      if note.attribute(property.value) == nil {
        report("the note has no `\(property.value)`", property.span)
      }
    }
  }

  private mutating func identifiedNotes(in holder: XMLNode) -> [String: XMLNode] {
    if let known = notes[holder.index] { return known }
    var found: [String: XMLNode] = [:]
    for note in holder.child("notes")?.elements.filter({ $0.name.local == "note" }) ?? [] {
      if let id = note.attribute("id")?.value { found[id] = note }
    }
    notes[holder.index] = found
    return found
  }
}

extension XMLNode {
  /// The identifiers of an element and of all in it.
  fileprivate func collectIdentifiers(_ found: inout Set<String>) {
    let own = attribute("id") ?? attribute("id", namespace: XLIFFVersion.xml)
    if let own { found.insert(own.value) }
    for element in elements { element.collectIdentifiers(&found) }
  }
}
