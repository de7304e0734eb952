package hecht.demo.export;

import java.nio.file.Path;

/// One table that a system of Lichtland exports.
///
/// @param name system and table, such as `crm/contacten`  @param files a file, or a folder with one for each year
/// @param mapping how its rows become events
public record Export(String name, Path files, Path mapping) {}
