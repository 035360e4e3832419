import Diagnostics

/// Checks a document against the rules of XLIFF 2's core and modules that their schemas and the
/// specification state.
struct XLIFFValidation {
  private var faults: [Diagnostic] = []
  private let root: XMLNode
  private let core: String
  /// What is known of the core's elements, by the numbers of their names in the document.
  private let rules: [XLIFFSchema.Element?]
  /// The elements from the outermost one to that which is looked at.
  private var path: [XMLNode] = []
  private var modules = XLIFFModuleValidation()

  static func faults(of root: XMLNode) -> [Diagnostic] {
    var validation = XLIFFValidation(root)
    validation.check(root)
    validation.checkFiles()
    return (validation.faults + validation.modules.faults).sorted {
      $0.span.lowerBound < $1.span.lowerBound
    }
  }

  private init(_ root: XMLNode) {
    self.root = root
    core = root.name.namespace
    let core = core
    rules = root.documentNames.map { name in
      guard name.namespace == core else { return nil }
      return name.local == "xliff" && core.hasSuffix(":2.2")
        ? XLIFFSchema.outermostOf22 : XLIFFSchema.elements[name.local]
    }
  }

  private mutating func report(_ message: String, _ span: Range<Int>, help: String? = nil) {
    faults.append(
      Diagnostic(code: "invalid-xliff", message: message, span: span, help: help))
  }

  private func core(_ parent: XMLNode, _ name: String) -> [XMLNode] {
    parent.elements.filter { $0.name.local == name && $0.name.namespace == core }
  }

  // MARK: What stands where

  private mutating func check(_ element: XMLNode) {
    let name = element.name.local
    guard let rule = rules[element.nameIndex] else {
      return report("`\(name)` is no element of XLIFF", element.tag)
    }
    path.append(element)
    defer { path.removeLast() }
    checkAttributes(element, rule)
    var order: [String] = []
    for child in element.children {
      switch child.kind {
      case .text, .cdata:
        if !rule.holdsText, !child.isBlank {
          report("text cannot stand in `\(name)`", child.span)
        }
      case .element:
        let local = child.name.local
        if child.name.namespace == core {
          guard rule.children.contains(local) else {
            report("`\(local)` cannot stand in `\(name)`", child.tag)
            continue
          }
          order.append(local)
          check(child)
        } else if !rule.holdsOthers {
          report("`\(local)` of another namespace cannot stand in `\(name)`", child.tag)
        } else if order.contains(where: { !["skeleton", "notes"].contains($0) }) {
          report("`\(local)` stands behind the texts of `\(name)`", child.tag)
        } else {
          for text in modules.check(child, in: path) { check(text) }
        }
      case .comment, .other: continue
      }
    }
    checkContents(element, name, order)
  }

  private mutating func checkContents(_ element: XMLNode, _ name: String, _ order: [String]) {
    func has(_ name: String) -> Bool { order.contains(name) }
    func atMostOne(_ child: String) {
      if order.count > 1, order.count(where: { $0 == child }) > 1 {
        report("`\(name)` has more than one `\(child)`", element.tag)
      }
    }
    switch name {
    case "xliff":
      if !has("file") { report("`xliff` has no `file`", element.tag) }
    case "file":
      if !has("unit"), !has("group") { report("`file` has no `unit` or `group`", element.tag) }
      atMostOne("skeleton")
      if has("skeleton"), order.first != "skeleton" {
        report("`skeleton` does not come first", element.tag)
      }
    case "unit":
      if !has("segment") { report("`unit` has no `segment`", element.tag) }
      atMostOne("originalData")
    case "segment", "ignorable":
      if !has("source") { report("`\(name)` has no `source`", element.tag) }
      atMostOne("source")
      atMostOne("target")
      if order.first == "target", has("source") {
        report("`target` stands before `source`", element.tag)
      }
      if element.attribute("subState") != nil, element.attribute("state") == nil {
        report("`subState` without `state`", element.tag)
      }
    case "notes":
      if !has("note") { report("`notes` has no `note`", element.tag) }
    case "originalData":
      if !has("data") { report("`originalData` has no `data`", element.tag) }
    case "skeleton":
      let isEmpty = element.source(element.content).trimmed.isEmpty
      if isEmpty == (element.attribute("href") == nil) {
        report("`skeleton` needs either `href` or a content", element.tag)
      }
    default: break
    }
    atMostOne("notes")
    if let notes = order.firstIndex(of: "notes"),
      order[..<notes].contains(where: { $0 != "skeleton" })
    {
      report("`notes` does not come first", element.tag)
    }
  }

  private mutating func checkAttributes(_ element: XMLNode, _ rule: XLIFFSchema.Element) {
    var hasModules = false
    for name in rule.required where element.attribute(name) == nil {
      report("`\(name)` is missing", element.tag)
    }
    for attribute in element.attributes {
      switch attribute.name.namespace {
      case "", XLIFFVersion.xml:
        let name =
          attribute.name.namespace.isEmpty ? attribute.name.local : "xml:" + attribute.name.local
        guard let value = rule.value(of: name) else {
          report("`\(name)` cannot stand on `\(element.name.local)`", attribute.span)
          continue
        }
        if !value.allows(attribute.value) {
          report("`\(attribute.value)` is no value of `\(name)`", attribute.span)
        }
      case let namespace where namespace.hasPrefix(XLIFFSchema.moduleNamespace):
        hasModules = true
      default:
        // ITS has attributes of its own on inline elements (XLIFF 2.1, section 5.9).
        let isITS = attribute.name.namespace.hasPrefix("http://www.w3.org/2005/11/its")
        if !rule.isOpen, !isITS {
          report(
            "`\(attribute.qualifiedName)` cannot stand on `\(element.name.local)`", attribute.span)
        }
      }
    }
    if hasModules {
      modules.check(attributesOf: element, in: path)
    }
    if let subType = element.attribute("subType") {
      let type = element.attribute("type")
      if type == nil { report("`subType` without `type`", subType.span) }
      if subType.value.hasPrefix("xlf:") {
        guard let expected = XLIFFSchema.subTypes[subType.value] else {
          return report("`\(subType.value)` is no sub-type of XLIFF", subType.span)
        }
        if let type, type.value != expected {
          report("`\(subType.value)` is a sub-type of `\(expected)`", subType.span)
        }
      }
    }
  }

  // MARK: What has to be different or the same

  /// Reports identifiers that stand twice.
  ///
  /// - Returns: All of them.
  @discardableResult
  private mutating func checkUnique(_ elements: [XMLNode], _ what: String) -> Set<String> {
    var seen = Set<String>(minimumCapacity: elements.count)
    for element in elements {
      let own = element.attribute("id") ?? element.attribute("id", namespace: XLIFFVersion.xml)
      guard let id = own, !seen.insert(id.value).inserted else { continue }
      report("the identifier `\(id.value)` of a \(what) stands twice", id.span)
    }
    return seen
  }

  private mutating func checkFiles() {
    let files = core(root, "file")
    checkUnique(files, "file")
    for file in files {
      var inherited: [(unit: XMLNode, context: XLIFFInherited)] = []
      var groups: [XMLNode] = []
      collect(file, XLIFFInherited().inside(root).inside(file), &inherited, &groups)
      let identifiers = checkUnique(inherited.map(\.unit), "unit")
      checkUnique(groups, "group")
      checkHolder(file)
      for group in groups { checkHolder(group) }
      for (unit, context) in inherited {
        checkHolder(unit)
        var check = XLIFFUnitValidation(unit, root, context, units: identifiers)
        check.check()
        faults += check.faults
      }
    }
  }

  /// The identifiers of the notes and of other tools' elements in an element.
  private mutating func checkHolder(_ holder: XMLNode) {
    var notes: [XMLNode] = []
    var extensions: [XMLNode] = []
    for element in holder.elements {
      if element.name.namespace == core {
        if element.name.local == "notes" { notes += core(element, "note") }
      } else if !element.name.namespace.hasPrefix(XLIFFSchema.moduleNamespace) {
        collectAll(element, &extensions)
      }
    }
    if !notes.isEmpty { checkUnique(notes, "note") }
    if !extensions.isEmpty { checkUnique(extensions, "extension") }
  }

  private func collectAll(_ element: XMLNode, _ elements: inout [XMLNode]) {
    elements.append(element)
    for child in element.elements { collectAll(child, &elements) }
  }

  private func collect(
    _ parent: XMLNode, _ context: XLIFFInherited,
    _ units: inout [(unit: XMLNode, context: XLIFFInherited)], _ groups: inout [XMLNode]
  ) {
    for element in parent.elements where element.name.namespace == core {
      if element.name.local == "unit" {
        units.append((element, context.inside(element)))
      } else if element.name.local == "group" {
        groups.append(element)
        collect(element, context.inside(element), &units, &groups)
      }
    }
  }
}

/// What the elements around a text say of it.
struct XLIFFInherited {
  var space = "default"
  var language: String?

  func inside(_ element: XMLNode) -> XLIFFInherited {
    if element.attributes.isEmpty { return self }
    return XLIFFInherited(
      space: element.attribute("space", namespace: XLIFFVersion.xml)?.value ?? space,
      language: element.attribute("lang", namespace: XLIFFVersion.xml)?.value ?? language)
  }
}
