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

-- A row of a table cannot break. TeX drops what does not fit on a page and says nothing, so we stop.
local function text_of(list)
  local text = {}
  for item in node.traverse(list) do
    if item.id == node.id("glyph") and item.char < 0xF0000 then
      table.insert(text, utf8.char(item.char))
    elseif item.id == node.id("glue") and item.width > 0 then
      table.insert(text, " ")
    elseif item.head then
      table.insert(text, text_of(item.head))
    end
  end
  return table.concat(text)
end

local function table_head_height()
  local head = tex.getbox("LT@head")
  return head and head.height + head.depth or 0
end

luatexbase.add_to_callback("pre_output_filter", function(page)
  local room = tex.dimen.textheight - table_head_height()
  for row in node.traverse_id(node.id("hlist"), page) do
    if row.height + row.depth > room then
      local text = text_of(row.head):gsub("%s+", " "):gsub("^ ", "")
      tex.error("A table row is taller than a page; split it where it begins: "
        .. text:sub(1, (utf8.offset(text, 60) or 0) - 1))
    end
  end
  return true
end, "crossborder.row_that_fits")
