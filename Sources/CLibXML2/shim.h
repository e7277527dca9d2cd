// Debian builds libxml2 with ICU, whose headers clash with the ICU inside Foundation: a clean
// build fails although an incremental one passes. Nothing here needs libxml2's ICU types.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
