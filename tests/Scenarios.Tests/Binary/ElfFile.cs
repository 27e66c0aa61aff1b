using System.Buffers.Binary;
using System.Text;

namespace IncidentServerless.Scenarios.Tests.Binary;

/// <summary>What a 64-bit little-endian ELF file says of the libraries that it needs (the ELF specification and the LSB's "Symbol Versioning").</summary>
internal sealed class ElfFile
{
    private const int VersionsNeeded = 0x6ffffffe;

    private readonly byte[] _bytes;

    private ElfFile(byte[] bytes) => _bytes = bytes;

    public static ElfFile Read(string path) => new(File.ReadAllBytes(path));

    public bool IsForX64 => _bytes.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8) && Half(18) == 62;

    /// <summary>The versions of symbols that it takes from other libraries, such as <c>GLIBC_2.34</c>.</summary>
    public IEnumerable<string> NeededVersions()
    {
        var (headers, size, count) = ((int)Long(40), Half(58), Half(60));
        for (var header = headers; header < headers + (size * count); header += size)
        {
            if (Word(header + 4) != VersionsNeeded)
            {
                continue;
            }

            var strings = (int)Long(headers + (size * Word(header + 40)) + 24);
            var (file, files) = ((int)Long(header + 24), Word(header + 44));
            for (; files > 0; files--, file += Word(file + 12))
            {
                var version = file + Word(file + 8);
                for (var left = Half(file + 2); left > 0; left--, version += Word(version + 12))
                {
                    yield return Text(strings + Word(version + 8));
                }
            }
        }
    }

    private int Half(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private int Word(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));

    private long Long(int at) => BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(at));

    private string Text(int at) => Encoding.ASCII.GetString(_bytes.AsSpan(at, _bytes.AsSpan(at).IndexOf((byte)0)));
}
