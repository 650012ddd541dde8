//! HarmonyOS packages, put together here: an archive, a signing block in it, and an index of resources in both forms.

/// Puts a signing block between the entries and the directory of an archive.
pub fn with_block(archive: &[u8], parts: &[(u32, &[u8])]) -> Vec<u8> {
    let end = archive.len() - 22;
    let directory = u32::from_le_bytes(archive[end + 16..end + 20].try_into().unwrap());
    let (entries, rest) = archive.split_at(directory as usize);
    let block = block(parts);
    let mut rest = rest.to_vec();
    let at = rest.len() - 6;
    rest[at..at + 4].copy_from_slice(&(directory + u32::try_from(block.len()).unwrap()).to_le_bytes());
    [entries, &block, &rest].concat()
}

fn block(parts: &[(u32, &[u8])]) -> Vec<u8> {
    let mut list: Vec<u8> = Vec::new();
    let mut content: Vec<u8> = Vec::new();
    for (kind, part) in parts {
        let offset = parts.len() * 12 + content.len();
        for word in [*kind, u32::try_from(part.len()).unwrap(), u32::try_from(offset).unwrap()] {
            list.extend(word.to_le_bytes());
        }
        content.extend(*part);
    }
    let size = (list.len() + content.len() + 32) as u64;
    let mut block = [list, content].concat();
    block.extend(u32::try_from(parts.len()).unwrap().to_le_bytes());
    block.extend(size.to_le_bytes());
    block.extend(b"<hap sign block>");
    block.extend(3_u32.to_le_bytes());
    block
}

/// A text in a language (`zh`, or empty), or a picture's path.
pub type Value<'a> = (&'a str, u32, &'a str, &'a str);

fn key(language: &str) -> Vec<u32> {
    match language.as_bytes() {
        [] => vec![0],
        [first, second] => vec![1, 0, u32::from(*first) << 8 | u32::from(*second)],
        _ => panic!("two letters"),
    }
}

fn languages<'a>(values: &[Value<'a>]) -> Vec<&'a str> {
    let mut languages: Vec<&str> = values.iter().map(|value| value.0).collect();
    languages.sort_unstable();
    languages.dedup();
    languages
}

fn tool(name: &str) -> Vec<u8> {
    let mut tool = name.as_bytes().to_vec();
    tool.resize(128, 0);
    tool
}

/// An index as written until API 19: language, kind, name and value of each record.
pub fn index(values: &[Value<'_>]) -> Vec<u8> {
    let languages = languages(values);
    let of = |language: &str| values.iter().filter(|value| value.0 == language).collect::<Vec<_>>();
    let keys: usize = languages.iter().map(|language| 8 + key(language).len() * 4).sum();
    let lists: usize = languages.iter().map(|language| 8 + of(language).len() * 8).sum();
    let (mut list_at, mut record_at) = (136 + keys, 136 + keys + lists);
    let (mut keys, mut lists, mut records) = (Vec::new(), Vec::new(), Vec::new());
    for language in &languages {
        keys.extend(b"KEYS");
        keys.extend(u32::try_from(list_at).unwrap().to_le_bytes());
        keys.extend(key(language).into_iter().flat_map(u32::to_le_bytes));
        list_at += 8 + of(language).len() * 8;
        lists.extend(b"IDSS");
        lists.extend(u32::try_from(of(language).len()).unwrap().to_le_bytes());
        for (number, (_, kind, name, value)) in of(language).into_iter().enumerate() {
            let texts = [value, name].map(|text| {
                let length = u16::try_from(text.len() + 1).unwrap().to_le_bytes();
                [&length[..], text.as_bytes(), &[0]].concat()
            });
            let number = 0x0100_0000 + u32::try_from(number).unwrap();
            let texts = texts.concat();
            let head = [u32::try_from(texts.len() + 8).unwrap(), *kind, number];
            let record = [head.into_iter().flat_map(u32::to_le_bytes).collect(), texts].concat();
            lists.extend(number.to_le_bytes());
            lists.extend(u32::try_from(record_at).unwrap().to_le_bytes());
            record_at += record.len();
            records.extend(record);
        }
    }
    let counts = [u32::try_from(record_at).unwrap(), u32::try_from(languages.len()).unwrap()];
    [tool("Restool 5.0.1.011"), counts.into_iter().flat_map(u32::to_le_bytes).collect(), keys, lists, records]
        .concat()
}

/// An index as written since API 20, of values of one kind and one name.
pub fn index_by_name(values: &[Value<'_>]) -> Vec<u8> {
    let languages = languages(values);
    let word = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let mut keys = Vec::new();
    for (number, language) in languages.iter().enumerate() {
        keys.extend(b"KEYS");
        keys.extend(word(number));
        keys.extend(key(language).into_iter().flat_map(u32::to_le_bytes));
    }
    let (_, kind, name, _) = values[0];
    let data_at = 140 + keys.len() + 16 + 12 + 12 + name.len();
    let info_at = data_at + 12;
    let pool_at = info_at + 12 + values.len() * 8;
    let mut index = tool("RestoolV2 6.1.0.003");
    index.extend([word(0), word(languages.len()), word(data_at)].concat());
    index.extend(keys);
    index.extend(b"IDSS");
    index.extend([word(0), word(1), word(1)].concat());
    index.extend([kind.to_le_bytes(), word(0), word(1)].concat());
    index.extend([word(0x0100_0000), word(info_at), word(name.len())].concat());
    index.extend(name.as_bytes());
    index.extend([&b"DATA"[..], &word(0), &word(1)].concat());
    index.extend([word(0x0100_0000), word(0), word(values.len())].concat());
    let mut pool = Vec::new();
    for (language, _, _, value) in values {
        let number = languages.iter().position(|one| one == language).unwrap();
        index.extend([word(number), word(pool_at + pool.len())].concat());
        pool.extend(u16::try_from(value.len()).unwrap().to_le_bytes());
        pool.extend(value.as_bytes());
    }
    [index, pool].concat()
}
