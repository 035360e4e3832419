/// Finds the data model errors of a message that was read without a syntax error.
struct DataModelValidation: Sendable {
  static let fewVariants = 24

  var faults: [SyntaxFault] = []
  /// The key nodes of each variant that has the right number of them.
  var variants: [Range<Int>] = []
  private var variables = NameIndex()
  private var declarations = NameIndex()
  /// For each declared variable's node whether a function annotates it, itself or through others.
  private var annotated: [(node: Int, isAnnotated: Bool)] = []
  /// How many names were compared, for the test that the time is linear.
  var comparisons = 0

  mutating func validate(_ scanner: MessageScanner, _ source: Span<UInt8>) {
    if !faults.isEmpty { faults.removeAll(keepingCapacity: true) }
    comparisons = scanner.comparisons
    if !scanner.duplicateOptions.isEmpty {
      faults.append(contentsOf: scanner.duplicateOptions)
    }
    guard let first = scanner.nodes.first, first.kind != .pattern else { return }
    let body = validateDeclarations(scanner.nodes, source)
    if body < scanner.nodes.count, scanner.nodes[body].kind == .match {
      let firstVariant = validateSelectors(scanner.nodes, source, match: body)
      validateVariants(
        scanner.nodes, source, from: firstVariant, selectors: firstVariant - body - 1)
    }
    if faults.count > 1 { faults.sort { $0.span.lowerBound < $1.span.lowerBound } }
  }
}

extension DataModelValidation {
  /// Looks for declarations of names that were declared or used before, and returns the index of
  /// the node behind the declarations.
  private mutating func validateDeclarations(
    _ nodes: NodeList, _ source: Span<UInt8>
  ) -> Int {
    variables.removeAll()
    declarations.removeAll()
    if !annotated.isEmpty { annotated.removeAll(keepingCapacity: true) }
    var index = 0
    while index < nodes.count {
      let kind = nodes[index].kind
      guard kind == .input || kind == .local else { break }
      // .input expression variable … or .local variable expression …
      let bound = kind == .input ? index + 2 : index + 1
      var end = index + 3
      while end < nodes.count, nodes[end].kind.rawValue > SyntaxNode.Kind.expression.rawValue {
        end += 1
      }
      guard bound < nodes.count else { break }
      checkBound(bound, until: end, nodes, source)
      rememberAnnotation(bound, isInput: kind == .input, until: end, nodes, source)
      index = end
    }
    return index
  }

  private mutating func checkBound(
    _ bound: Int, until end: Int, _ nodes: NodeList, _ source: Span<UInt8>
  ) {
    let earlier = variables.find(
      bound, in: nodes, of: source, insert: false, comparisons: &comparisons)
    if let earlier {
      let isDeclaration =
        declarations.find(
          bound, in: nodes, of: source, insert: false, comparisons: &comparisons) != nil
      faults.append(
        SyntaxFault(
          isDeclaration ? .declaredTwice : .declaredAfterUse, nodes[bound].range,
          other: nodes[earlier].range))
    }
    var ownUse: Int?
    for index in (bound + 1)..<max(bound + 1, end) where nodes[index].kind == .variable {
      comparisons += 1
      if ownUse == nil, nodes[index].hasSameName(as: nodes[bound], in: source) { ownUse = index }
      _ = variables.find(index, in: nodes, of: source, insert: true, comparisons: &comparisons)
    }
    if let ownUse, earlier == nil {
      faults.append(
        SyntaxFault(.usedInOwnDeclaration, nodes[ownUse].range, other: nodes[bound].range))
    }
    _ = variables.find(bound, in: nodes, of: source, insert: true, comparisons: &comparisons)
    _ = declarations.find(bound, in: nodes, of: source, insert: true, comparisons: &comparisons)
  }

  private mutating func rememberAnnotation(
    _ bound: Int, isInput: Bool, until end: Int, _ nodes: NodeList, _ source: Span<UInt8>
  ) {
    let expression = (bound + 1)..<max(bound + 1, end)
    var isAnnotated = nodes[expression].contains { $0.kind == .function }
    if !isAnnotated, !isInput, bound + 2 < end, nodes[bound + 2].kind == .variable {
      // .local $y = {$x}: as $x is.
      isAnnotated = self.isAnnotated(bound + 2, nodes, source)
    }
    annotated.append((bound, isAnnotated))
  }

  private mutating func isAnnotated(
    _ variable: Int, _ nodes: NodeList, _ source: Span<UInt8>
  ) -> Bool {
    let declared = declarations.find(
      variable, in: nodes, of: source, insert: false, comparisons: &comparisons)
    guard let declared else { return false }
    var low = 0
    var high = annotated.count
    while low < high {
      let middle = (low + high) / 2
      if annotated[middle].node < declared { low = middle + 1 } else { high = middle }
    }
    return low < annotated.count && annotated[low].node == declared && annotated[low].isAnnotated
  }

  /// Looks for selectors without a function, and returns the index of the first variant.
  private mutating func validateSelectors(
    _ nodes: NodeList, _ source: Span<UInt8>, match: Int
  ) -> Int {
    var index = match + 1
    while index < nodes.count, nodes[index].kind == .variable {
      if !isAnnotated(index, nodes, source) {
        faults.append(SyntaxFault(.missingSelectorAnnotation, nodes[index].range))
      }
      index += 1
    }
    return index
  }
}
