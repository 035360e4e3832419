// libyaml's events with their places, under names of this package's own.

#ifndef CYAML_H
#define CYAML_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
  CYAMLEventDocument,
  CYAMLEventScalar,
  CYAMLEventSequenceStart,
  CYAMLEventSequenceEnd,
  CYAMLEventMappingStart,
  CYAMLEventMappingEnd,
  CYAMLEventAlias,
} CYAMLEventKind;

typedef enum {
  CYAMLStylePlain,
  CYAMLStyleSingleQuoted,
  CYAMLStyleDoubleQuoted,
  CYAMLStyleLiteral,
  CYAMLStyleFolded,
  /// A mapping or sequence in brackets.
  CYAMLStyleFlow,
  /// A mapping or sequence in lines.
  CYAMLStyleBlock,
} CYAMLStyle;

typedef struct {
  CYAMLEventKind kind;
  CYAMLStyle style;
  /// Where it stands, in characters.
  int64_t start;
  int64_t end;
  /// A scalar's text, in UTF-8; else NULL.
  const char *value;
  int64_t length;
  /// The anchor that it has or, of an alias, names; NULL where there is none.
  const char *anchor;
  /// The tag that is written, or NULL. Nothing is ever made of it.
  const char *tag;
} CYAMLEvent;

typedef struct {
  /// NULL where the document was read to its end; lives as long as the program.
  const char *message;
  /// In characters.
  int64_t offset;
} CYAMLFault;

/// Called for each event, in the order of the document; ends the reading by returning false.
typedef bool (*CYAMLHandler)(void *context, const CYAMLEvent *event);

/// Parses a stream in UTF-8.
CYAMLFault cyaml_parse(const char *bytes, int64_t count, CYAMLHandler handler, void *context);

#endif
