import LocaleIdentifiers
import StringCatalogs

/// Coverage as a badge for a readme: an image (SVG) that needs no network and no font of its own.
///
/// It says what all locales have of their own, in percent of what they should have, rounded down; the source
/// is not counted, which would flatter.
struct CoverageBadge {
  let coverage: Coverage

  private static let height = 20
  private static let margin = 6

  var text: String {
    let label = coverage.locales.count == 1 ? coverage.locales[0].locale.tag : "translated"
    let value = CoverageTable.percent(coverage.percent)
    let left = Self.width(of: label) + 2 * Self.margin
    let right = Self.width(of: value) + 2 * Self.margin
    let height = Self.height
    let title = "\(PrintableText(label).html): \(PrintableText(value).html)"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(left + right)" height="\(height)" role="img" \
      aria-label="\(title)">
        <title>\(title)</title>
        <clipPath id="shape"><rect width="\(left + right)" height="\(height)" rx="3"/></clipPath>
        <g clip-path="url(#shape)">
          <rect width="\(left)" height="\(height)" fill="#404448"/>
          <rect x="\(left)" width="\(right)" height="\(height)" fill="\(color)"/>
        </g>
        <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" \
      font-size="11">
          <text x="\(left / 2)" y="14" textLength="\(left - 2 * Self.margin)">\(PrintableText(label).html)</text>
          <text x="\(left + right / 2)" y="14" \
      textLength="\(right - 2 * Self.margin)">\(PrintableText(value).html)</text>
        </g>
      </svg>

      """
  }

  /// Dark enough for white letters (a contrast of 4.5 and more).
  private var color: String {
    switch coverage.percent {
    case 100: "#1a7f37"
    case 80...: "#4f6b12"
    case 50...: "#8a5a00"
    default: "#b3261e"
    }
  }

  /// About as wide as the font sets it; `textLength` makes it so in every font.
  private static func width(of text: String) -> Int {
    let tenths = text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar {
      case "i", "l", "j", ".", ",", "'", " ", "-": sum + 38
      case "m", "w", "M", "W", "%": sum + 105
      case "A"..."Z": sum + 78
      default: sum + 68
      }
    }
    return (tenths + 9) / 10
  }
}
