import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let unbalancedMarkup = Check(
    "unbalanced-markup", .error,
    summary: "Markup is opened and not closed, closed and not opened, or crossed.",
    explanation: """
      `{#em}` starts an element and `{/em}` ends it. Without its end the rest of the page would be \
      emphasized, so the page leaves the element out; crossed markup (`{#a}{#b}{/a}{/b}`) has no tree \
      that HTML could show.

      Close what is opened, in the reverse order, within the same variant. An element without content \
      is written `{#br/}`. Elements of HTML in the text (`<b>`) are held to the same.
      """,
    examples: [
      .flagged("en", "Read {#em}more{/em}", "de", "{1️⃣#em}Mehr lesen"),
      .flagged("en", "Read {#em}more{/em}", "de", "Mehr{1️⃣/em} lesen"),
      .flagged("en", "Read <b>more</b>", "de", "1️⃣<b>Mehr lesen"),
      .accepted("en", "One{#br/}two", "ja", "一{#br/}二"),
      .accepted("en", "Write /invite <channel>", "ja", "/invite <channel> と書く"),
      .accepted("en", "Read {#strong}{#em}more{/em}{/strong}"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0,
      "Ends that were lost or stand first, `</ b>`, tags of which a sign is missing."),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  var faults = context.facts.traits.contains(.html) ? unbalancedTags(context.entry) : []
  guard let structure = context.facts.structure, structure.hasMarkup else { return faults }
  for branch in structure.branches where branch.hasMarkup {
    var open: [Markup] = []
    for case .markup(let markup) in branch.pattern.elements {
      switch markup.kind {
      case .standalone: continue
      case .open: open.append(markup)
      case .close:
        if let last = open.last, last.name == markup.name {
          open.removeLast()
        } else if let index = open.lastIndex(where: { $0.name == markup.name }) {
          faults.append(
            fault(
              "`{/\(markup.name)}` closes across `{#\(open.last?.name ?? "")}`", markup,
              help: "close `{#\(open.last?.name ?? "")}` first"))
          open.remove(at: index)
        } else {
          faults.append(
            fault(
              "`{/\(markup.name)}` closes nothing", markup,
              help: "open it with `{#\(markup.name)}` in front"))
        }
      }
    }
    for markup in open {
      faults.append(
        fault(
          "`{#\(markup.name)}` is not closed", markup, help: "close it with `{/\(markup.name)}`"))
    }
  }
  return faults
}

/// What is wrong with the elements of HTML in the texts.
private func unbalancedTags(_ entry: CatalogEntry) -> [Fault] {
  var faults: [Fault] = []
  for pattern in entry.patterns {
    var open: [TextTag] = []
    for tag in entry.tags(of: pattern) {
      switch tag.kind {
      case .standalone: continue
      case .open: open.append(tag)
      case .close:
        if let last = open.last, last.name == tag.name {
          open.removeLast()
        } else if let index = open.lastIndex(where: { $0.name == tag.name }) {
          faults.append(
            Fault(
              "`</\(tag.name)>` closes across `<\(open.last?.name ?? "")>`", at: tag.span,
              help: "close `<\(open.last?.name ?? "")>` first"))
          open.remove(at: index)
        } else {
          faults.append(
            Fault(
              "`</\(tag.name)>` closes nothing", at: tag.span,
              help: "open it with `<\(tag.name)>` in front"))
        }
      }
    }
    faults += open.map { tag in
      Fault("`<\(tag.name)>` is not closed", at: tag.span, help: "close it with `</\(tag.name)>`")
    }
  }
  return faults
}

private func fault(_ message: String, _ markup: Markup, help: String) -> Fault {
  let start = markup.span.lowerBound + 1
  return Fault(message, at: start..<max(start, markup.span.upperBound - 1), help: help)
}
