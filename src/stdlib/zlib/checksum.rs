//! The two checksums of compressed data: CRC-32 and Adler-32.

const fn crc_tables() -> [[u32; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        let (mut crc, mut bit) = (byte as u32, 0);
        while bit < 8 {
            crc = if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            };
            bit += 1;
        }
        tables[0][byte] = crc;
        byte += 1;
    }
    let mut table = 1;
    while table < 8 {
        let mut byte = 0;
        while byte < 256 {
            let before = tables[table - 1][byte];
            tables[table][byte] = before >> 8 ^ tables[0][(before & 0xff) as usize];
            byte += 1;
        }
        table += 1;
    }
    tables
}

/// What a byte adds to the checksum when so many bytes come behind it.
static CRC: [[u32; 256]; 8] = crc_tables();

/// The CRC-32 of data that comes behind data whose checksum is `start`.
pub fn crc32(start: u32, data: &[u8]) -> u32 {
    let mut crc = !start;
    let mut groups = data.chunks_exact(8);
    for group in &mut groups {
        let first = crc.to_le_bytes();
        crc = (0..8).fold(0, |sum, place| {
            let byte = group[place] ^ first.get(place).copied().unwrap_or(0);
            sum ^ CRC[7 - place][usize::from(byte)]
        });
    }
    for byte in groups.remainder() {
        crc = crc >> 8 ^ CRC[0][usize::from(crc as u8 ^ byte)];
    }
    !crc
}

/// The Adler-32 of data that comes behind data whose checksum is `start`.
pub fn adler32(start: u32, data: &[u8]) -> u32 {
    const BASE: u32 = 65_521;
    let (mut low, mut high) = (start & 0xffff, start >> 16);
    // So many bytes cannot make the sums overflow.
    for block in data.chunks(5_552) {
        for byte in block {
            low += u32::from(*byte);
            high += low;
        }
        low %= BASE;
        high %= BASE;
    }
    high << 16 | low
}
