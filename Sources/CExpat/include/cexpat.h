// Expat's events with exact byte positions, under names of this package's own.

#ifndef CEXPAT_H
#define CEXPAT_H

#include <stdbool.h>
#include <stdint.h>

typedef enum {
  CExpatEventStart,
  CExpatEventEnd,
  CExpatEventText,
  CExpatEventCDATAStart,
  CExpatEventCDATAEnd,
  CExpatEventComment,
  CExpatEventOther,
} CExpatEventKind;

typedef struct {
  CExpatEventKind kind;
  /// The bytes of the document that the event stands for.
  int64_t start;
  int64_t length;
  /// An element's name, its namespace in front and a line feed between; else NULL.
  const char *name;
  /// Names and values of the attributes in turn, NULL at the end; declarations of namespaces are not
  /// among them.
  const char *const *attributes;
} CExpatEvent;

typedef enum {
  CExpatFaultNone,
  CExpatFaultSyntax,
  CExpatFaultDoctype,
  CExpatFaultDepth,
} CExpatFaultKind;

typedef struct {
  CExpatFaultKind kind;
  int64_t offset;
  /// Expat's words; lives as long as the program.
  const char *message;
} CExpatFault;

/// Called for each event, in the order of the document.
typedef void (*CExpatHandler)(void *context, const CExpatEvent *event);

/// Parses a whole document in UTF-8.
///
/// A DOCTYPE ends it, but for one without an internal subset whose public identifier is the one
/// given; so no entity but XML's five is ever declared, and none is fetched. Elements deeper than
/// `maximum_depth` end it too.
CExpatFault cexpat_parse(
  const char *bytes, int64_t count, int32_t maximum_depth, const char *allowed_doctype,
  CExpatHandler handler, void *context);

#endif
