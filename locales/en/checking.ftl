# The report of a check.

checking-title = Check of a filing
checking-by = Checked by the rules of { $day }, from: { $layers }.
checking-clean = Nothing has to be mended. { $warns } to look at, { $infos } to know.
checking-blocked = { $blocks } to be mended, { $warns } to look at, { $infos } to know.
checking-weight-block = to be mended
checking-weight-warn = to look at
checking-weight-info = to know
checking-layer = layer { $layer }
checking-found = Found
checking-expected = Expected
checking-why = Why
checking-remedy = To do
checking-source = Who says so
