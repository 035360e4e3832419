import Diagnostics

/// Checks what the codes and segments of one unit have to do with each other.
struct XLIFFUnitValidation {
  private(set) var faults: [Diagnostic] = []
  private let unit: XMLNode
  private let root: XMLNode
  /// The identifiers of the file's units, which sub-flows point to.
  private let units: Set<String>
  private let core: String
  private let inherited: XLIFFInherited
  /// The identifiers of the unit's notes, which comments point to.
  private let notes: Set<String>

  init(_ unit: XMLNode, _ root: XMLNode, _ inherited: XLIFFInherited, units: Set<String>) {
    self.unit = unit
    self.inherited = inherited
    self.root = root
    self.units = units
    core = root.name.namespace
    var notes: Set<String> = []
    for holder in unit.elements where holder.name.local == "notes" {
      for note in holder.elements {
        if let id = note.attribute("id")?.value { notes.insert(id) }
      }
    }
    self.notes = notes
  }

  private mutating func report(_ message: String, _ span: Range<Int>) {
    faults.append(Diagnostic(code: "invalid-xliff", message: message, span: span))
  }

  /// A segment, or what stands between two, with its texts and their codes in their order.
  private struct Part {
    var element: XMLNode
    var source: XMLNode?
    var target: XMLNode?
    var sourceCodes: [XMLNode] = []
    var targetCodes: [XMLNode] = []

    /// Whether there is nothing in or on its texts that has to do with anything else.
    var isPlain: Bool {
      sourceCodes.isEmpty && targetCodes.isEmpty && source?.attributes.isEmpty ?? true
        && target?.attributes.isEmpty ?? true
    }
  }

  private func core(_ parent: XMLNode, _ name: String) -> XMLNode? {
    parent.elements.first { $0.name.local == name && $0.name.namespace == core }
  }

  private func part(_ element: XMLNode) -> Part {
    var part = Part(
      element: element, source: core(element, "source"), target: core(element, "target"))
    if let source = part.source { collect(source, &part.sourceCodes) }
    if let target = part.target { collect(target, &part.targetCodes) }
    return part
  }

  mutating func check() {
    var parts: [Part] = []
    var data: [XMLNode] = []
    for element in unit.elements where element.name.namespace == core {
      switch element.name.local {
      case "segment", "ignorable": parts.append(part(element))
      case "originalData":
        for item in element.elements
        where item.name.local == "data" && item.name.namespace == core {
          data.append(item)
        }
      default: continue
      }
    }
    checkUnique(data, "data")
    checkLanguages(parts)
    if parts.count == 1, parts.allSatisfy(\.isPlain) { return }
    checkOrder(parts)
    for part in parts {
      guard let target = part.target, let source = part.source else { continue }
      if inherited.inside(source).space != inherited.inside(target).space {
        report("`xml:space` differs between source and target", target.tag)
      }
    }
    let identifiers = Set(data.compactMap { $0.attribute("id")?.value })
    let elements = parts.map(\.element)
    check(parts.map(\.sourceCodes), in: elements, data: identifiers)
    if parts.contains(where: { $0.target != nil }) {
      check(parts.map(\.targetCodes), in: elements, data: identifiers)
    }
    checkRequiredCodes(parts)
  }

  /// - Parameter codes: Those of each part, in one language.
  private mutating func check(
    _ codes: [[XMLNode]], in parts: [XMLNode], data: Set<String>
  ) {
    let all = codes.flatMap(\.self)
    checkCodes(all, data: data)
    // Segments and codes share one space of identifiers.
    checkUnique(parts + all, "segment or code")
    for codes in codes { checkReordering(codes) }
  }

  private mutating func checkUnique(_ elements: [XMLNode], _ what: String) {
    guard elements.count > 1 else { return }
    var seen = Set<String>(minimumCapacity: elements.count)
    for element in elements {
      guard let id = element.attribute("id"), !seen.insert(id.value).inserted else { continue }
      report("the identifier `\(id.value)` of a \(what) stands twice", id.span)
    }
  }

  /// All inline elements of a text, in their order.
  private func collect(_ parent: XMLNode, _ codes: inout [XMLNode]) {
    for element in parent.elements where element.name.namespace == core {
      codes.append(element)
      collect(element, &codes)
    }
  }

  private mutating func checkLanguages(_ parts: [Part]) {
    let languages = (root.attribute("srcLang"), root.attribute("trgLang"))
    for part in parts {
      if let source = part.source { check(source, isIn: languages.0) }
      if let target = part.target { check(target, isIn: languages.1) }
    }
    if languages.1 == nil, let first = parts.lazy.compactMap(\.target).first {
      report("`target` without `trgLang` on `xliff`", first.tag)
    }
  }

  private mutating func check(_ text: XMLNode, isIn language: XMLAttribute?) {
    guard let language, let own = inherited.inside(text).language,
      own.lowercased() != language.value.lowercased()
    else { return }
    let place = text.attribute("lang", namespace: XLIFFVersion.xml)?.span ?? text.tag
    report("`\(own)` is not the file's language `\(language.value)`", place)
  }

  private mutating func checkOrder(_ parts: [Part]) {
    guard parts.contains(where: { $0.target?.attribute("order") != nil }) else { return }
    var seen: Set<Int> = []
    for (index, part) in parts.enumerated() {
      guard let target = part.target else { continue }
      let own = target.attribute("order")
      let place = own.flatMap { Int($0.value) } ?? index + 1
      if place > parts.count {
        report("`order` is greater than the number of segments", own?.span ?? target.tag)
      }
      if !seen.insert(place).inserted {
        report("two targets are the \(place)th", own?.span ?? target.tag)
      }
    }
  }

  // MARK: Codes

  private mutating func checkCodes(_ codes: [XMLNode], data: Set<String>) {
    var openCodes: [String: XMLNode] = [:]
    var openMarks: [String: XMLNode] = [:]
    var bases: [String: XMLNode] = [:]
    if codes.contains(where: { $0.attribute("copyOf") != nil }) {
      for code in codes {
        if let id = code.attribute("id")?.value { bases[id] = code }
      }
    }
    for code in codes {
      checkReferences(code, data, bases)
      switch code.name.local {
      case "sc":
        guard let id = code.attribute("id")?.value else { continue }
        if code.attribute("isolated")?.value != "yes" { openCodes[id] = code }
      case "ec": checkEnd(code, &openCodes)
      case "sm":
        if let id = code.attribute("id")?.value { openMarks[id] = code }
        checkAnnotation(code)
      case "mrk": checkAnnotation(code)
      case "em":
        guard let start = code.attribute("startRef") else { continue }
        if openMarks.removeValue(forKey: start.value) == nil {
          report("no `sm` with the identifier `\(start.value)` stands before", start.span)
        }
      default: continue
      }
    }
    for code in codes where code.name.local == "sc" {
      if let id = code.attribute("id")?.value, openCodes[id] != nil {
        report("no `ec` ends it; it needs `isolated=\"yes\"`", code.tag)
      }
    }
    for code in codes where code.name.local == "sm" {
      if let id = code.attribute("id")?.value, openMarks[id] != nil {
        report("no `em` ends it", code.tag)
      }
    }
  }

  private mutating func checkEnd(
    _ code: XMLNode, _ open: inout [String: XMLNode]
  ) {
    let start = code.attribute("startRef")
    if code.attribute("isolated")?.value == "yes" {
      if code.attribute("id") == nil { report("an isolated `ec` needs an identifier", code.tag) }
      if let start { report("an isolated `ec` has no `startRef`", start.span) }
      return
    }
    guard let start else {
      return report("`ec` needs `startRef`, or `isolated=\"yes\"`", code.tag)
    }
    if let id = code.attribute("id") {
      report("an `ec` that ends an `sc` has no identifier", id.span)
    }
    guard let opening = open.removeValue(forKey: start.value) else {
      return report("no `sc` with the identifier `\(start.value)` stands before", start.span)
    }
    for name in ["canCopy", "canDelete", "canOverlap"] {
      let values = [opening, code].map { $0.attribute(name)?.value ?? "yes" }
      if values[0] != values[1] { report("`\(name)` differs from that of its `sc`", code.tag) }
    }
    let first = opening.attribute("canReorder")?.value ?? "yes"
    let last = code.attribute("canReorder")?.value ?? "yes"
    if (first == "yes") != (last == "yes") {
      report("`canReorder` differs from that of its `sc`", code.tag)
    }
  }

  private mutating func checkReferences(
    _ code: XMLNode, _ data: Set<String>, _ bases: [String: XMLNode]
  ) {
    for reference in code.attributes where reference.name.namespace.isEmpty {
      switch reference.name.local {
      case "dataRef", "dataRefStart", "dataRefEnd":
        if !data.contains(reference.value) {
          report("there is no `data` with the identifier `\(reference.value)`", reference.span)
        }
      case "subFlows", "subFlowsStart", "subFlowsEnd":
        for part in reference.value.split(separator: " ") where !units.contains(String(part)) {
          report("there is no unit with the identifier `\(part)`", reference.span)
        }
      default: continue
      }
    }
    if let copy = code.attribute("copyOf") {
      if let base = bases[copy.value] {
        if base.attribute("canCopy")?.value == "no" {
          report("the code `\(copy.value)` cannot be copied", copy.span)
        }
      } else {
        report("there is no code with the identifier `\(copy.value)`", copy.span)
      }
      if code.attributes.contains(where: { $0.name.local.hasPrefix("dataRef") }) {
        report("a copy has no data of its own", copy.span)
      }
    }
    let reorder = code.attribute("canReorder")
    if let reorder, reorder.value != "yes",
      ["canCopy", "canDelete"].contains(where: { code.attribute($0)?.value != "no" })
    {
      report("`canReorder` needs `canCopy` and `canDelete` to be `no`", reorder.span)
    }
  }

  private mutating func checkAnnotation(_ mark: XMLNode) {
    let value = mark.attribute("value")
    let reference = mark.attribute("ref")
    if mark.attribute("type")?.value == "comment" {
      if (value == nil) == (reference == nil) {
        report("a comment has either `value` or `ref`", mark.tag)
      }
      guard let reference else { return }
      // A note of another unit is named with its unit.
      if reference.value.contains("u="), reference.value.contains("/n=") { return }
      let name = reference.value.hasPrefix("#n=") ? reference.value.dropFirst(3) : ""
      if !notes.contains(String(name)) {
        report("no note of the unit is `\(reference.value)`", reference.span)
      }
    } else if let reference, reference.value.hasPrefix("#") {
      checkFragment(reference)
    }
  }

  /// A fragment identifier: selectors from the outside in, each with its prefix (section 4.4).
  private mutating func checkFragment(_ reference: XMLAttribute) {
    let text = reference.value.dropFirst()
    var last = -1
    let selectors = (text.hasPrefix("/") ? text.dropFirst() : text)
      .split(separator: "/", omittingEmptySubsequences: false)
    for (index, selector) in selectors.enumerated() {
      let parts = selector.split(separator: "=", omittingEmptySubsequences: false)
      guard let identifier = parts.last, parts.count <= 2,
        XLIFFSchema.Value.isToken(String(identifier))
      else { return report("`#\(text)` is no fragment identifier", reference.span) }
      guard parts.count == 2 else {
        if index < selectors.count - 1 {
          report("`\(selector)` has to be the last selector", reference.span)
        }
        continue
      }
      let rank: Int
      switch parts[0] {
      case "f": rank = 0
      case "g": rank = 1
      case "u": rank = 2
      case "n", "d", "t": rank = 4
      default:
        guard XLIFFSchema.fragmentPrefixes.contains(String(parts[0])) else {
          return report("`\(parts[0])` is no prefix that is registered", reference.span)
        }
        rank = 3
      }
      guard rank > last else {
        return report("`#\(text)` has its selectors out of order", reference.span)
      }
      last = rank
    }
  }

  // MARK: Order

  /// Codes that keep their order: one `firstNo`, and behind it those with `no`.
  private mutating func checkReordering(_ codes: [XMLNode]) {
    var isInSequence = false
    for code in codes {
      switch code.attribute("canReorder")?.value {
      case "firstNo": isInSequence = true
      case "no":
        if !isInSequence {
          report("`no` without a `firstNo` right before it", code.tag)
        }
      // Another code ends the sequence; a mark does not.
      default: if !["mrk", "sm", "em", "cp"].contains(code.name.local) { isInSequence = false }
      }
    }
  }

  /// Codes that cannot be deleted stand in the translation too, in their order.
  private mutating func checkRequiredCodes(_ parts: [Part]) {
    let parts = parts.filter { $0.source != nil && $0.target != nil }
    let targets = parts.flatMap(\.targetCodes)
    var required: [(code: XMLNode, id: String)] = []
    var fixed: [String] = []
    for part in parts {
      for code in part.sourceCodes {
        guard let id = code.attribute("id")?.value else { continue }
        if code.attribute("canDelete")?.value == "no" { required.append((code, id)) }
        let order = code.attribute("canReorder")?.value
        if order == "firstNo" || order == "no" { fixed.append(id) }
      }
    }
    if required.isEmpty, fixed.isEmpty { return }
    let found = targets.compactMap { $0.attribute("id")?.value }
    let all = Set(found)
    for (code, id) in required where !all.contains(id) {
      report("the code `\(id)` cannot be deleted, and no target has it", code.tag)
    }
    let known = Set(fixed)
    let order = found.filter { known.contains($0) }
    let present = Set(order)
    if order != fixed.filter({ present.contains($0) }), let first = targets.first {
      report("codes that keep their order stand in another one", first.span)
    }
    var holders: [String: String] = [:]
    var targetHolders: [String: String] = [:]
    for part in parts {
      if let source = part.source { collectHolders(source, "", &holders) }
      if let target = part.target { collectHolders(target, "", &targetHolders) }
    }
    for code in targets {
      guard let id = code.attribute("id")?.value, known.contains(id),
        holders[id] != targetHolders[id]
      else { continue }
      report("the code `\(id)` keeps its order and stands in another code", code.tag)
    }
  }

  /// Which spanning code each code stands in.
  private func collectHolders(
    _ parent: XMLNode, _ holder: String, _ holders: inout [String: String]
  ) {
    for element in parent.elements where element.name.namespace == core {
      let id = element.attribute("id")?.value ?? ""
      holders[id] = holder
      collectHolders(element, element.name.local == "pc" ? id : holder, &holders)
    }
  }
}
