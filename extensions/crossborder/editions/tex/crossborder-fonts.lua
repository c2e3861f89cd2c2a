-- What the print edition asks of LuaTeX's fonts and pages beyond LaTeX.

-- Signs that the serif face lacks (ticks, boxes, arrows) come from the sans face, what that lacks from DejaVu.
luaotfload.add_fallback("crossbordersigns", {
  "[SourceSans3-Regular.ttf]:mode=node;script=latn;",
  "DejaVu Sans:mode=node;script=latn;",
})

-- Hyphen, soft hyphen and U+2010 share a glyph. Copied text and searches must find the plain hyphen.
luatexbase.add_to_callback("luaotfload.patch_font", function(font)
  local hyphen = font.characters and font.characters[0x2D]
  if not hyphen then return end
  for _, code in ipairs { 0x2D, 0xAD, 0x2010 } do
    local character = font.characters[code]
    if character and character.index == hyphen.index then character.tounicode = "002D" end
  end
end, "crossborder.plain_hyphen")
