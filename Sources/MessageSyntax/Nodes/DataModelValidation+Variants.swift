// Variants: the number of their keys, the fallback, duplicates.
extension DataModelValidation {
  mutating func validateVariants(
    _ nodes: NodeList, _ source: Span<UInt8>, from first: Int, selectors: Int
  ) {
    var hasFallback = false
    if !variants.isEmpty { variants.removeAll(keepingCapacity: true) }
    var index = first
    while index < nodes.count {
      guard nodes[index].kind == .variant else {
        index += 1
        continue
      }
      var end = index + 1
      var isFallback = true
      while end < nodes.count, nodes[end].kind != .pattern {
        if nodes[end].kind == .literal { isFallback = false }
        end += 1
      }
      let keys = (index + 1)..<end
      if isFallback { hasFallback = true }
      if keys.count != selectors {
        faults.append(
          SyntaxFault(.variantKeyMismatch, span(of: keys, nodes), other: span(first, nodes)))
      } else {
        variants.append(keys)
      }
      index = end
    }
    findDuplicates(nodes, source)
    if !hasFallback {
      faults.append(SyntaxFault(.missingFallbackVariant, span(first, nodes)))
    }
  }

  /// The `.match` statement in front of the first variant.
  private func span(_ firstVariant: Int, _ nodes: NodeList) -> Range<Int> {
    var index = firstVariant - 1
    while index > 0, nodes[index].kind == .variable { index -= 1 }
    return index >= 0 && index < nodes.count ? nodes[index].range : 0..<0
  }

  private func span(of keys: Range<Int>, _ nodes: NodeList) -> Range<Int> {
    let low = nodes[keys.lowerBound].range.lowerBound
    return low..<max(low, nodes[keys.upperBound - 1].range.upperBound)
  }

  private mutating func findDuplicates(_ nodes: NodeList, _ source: Span<UInt8>) {
    if variants.count > Self.fewVariants {
      findDuplicatesByHashing(nodes, source)
      return
    }
    for index in variants.indices {
      for earlier in 0..<index {
        comparisons += 1
        guard sameKeys(variants[index], variants[earlier], nodes, source) else { continue }
        faults.append(
          SyntaxFault(
            .duplicateVariant, span(of: variants[index], nodes),
            other: span(of: variants[earlier], nodes)))
        break
      }
    }
  }

  private func sameKeys(
    _ left: Range<Int>, _ right: Range<Int>, _ nodes: NodeList, _ source: Span<UInt8>
  ) -> Bool {
    for offset in 0..<min(left.count, right.count) {
      let one = nodes[left.lowerBound + offset]
      let other = nodes[right.lowerBound + offset]
      if one.kind != other.kind { return false }
      if one.kind == .literal, !one.hasSameName(as: other, in: source) { return false }
    }
    return true
  }

  private mutating func findDuplicatesByHashing(_ nodes: NodeList, _ source: Span<UInt8>) {
    var seen: [[String?]: Range<Int>] = [:]
    for keys in variants {
      comparisons += keys.count
      let values = nodes[keys].map { $0.kind == .catchall ? nil : $0.name(in: source) }
      if let earlier = seen[values] {
        faults.append(
          SyntaxFault(
            .duplicateVariant, span(of: keys, nodes), other: span(of: earlier, nodes)))
      } else {
        seen[values] = keys
      }
    }
  }
}

extension MessageScanner {
  /// Looks for options of one function or markup that have the same name.
  mutating func findDuplicateOptions(_ source: Span<UInt8>, from first: Int, count: Int) {
    var index = first
    if count > NameIndex.few {
      var names = NameIndex()
      while index < nodes.count {
        let earlier = names.find(
          index, in: nodes, of: source, insert: true, comparisons: &comparisons)
        if let earlier { addDuplicate(index, of: earlier) }
        index += 2
      }
      return
    }
    while index < nodes.count {
      var earlier = first
      while earlier < index {
        comparisons += 1
        if nodes[index].hasSameName(as: nodes[earlier], in: source) {
          addDuplicate(index, of: earlier)
          break
        }
        earlier += 2
      }
      index += 2
    }
  }

  private mutating func addDuplicate(_ index: Int, of earlier: Int) {
    duplicateOptions.append(
      SyntaxFault(.duplicateOptionName, nodes[index].range, other: nodes[earlier].range))
  }
}
