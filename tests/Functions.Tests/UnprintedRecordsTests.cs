using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using IncidentServerless.Domain.Incidents;

namespace IncidentServerless.Functions.Tests;

/// <summary>In the binary a record writes its name alone, see <c>src/Functions/Native/PlainRecords.targets</c>: no text may hold a record as such.</summary>
public sealed class UnprintedRecordsTests
{
    private static readonly ILookup<string, string> Records = new[] { typeof(Incident).Assembly, typeof(EventPatterns.EventPattern).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.GetMethod("PrintMembers", BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.NonPublic) is not null)
        .Where(type => type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute)))
        .ToLookup(type => type.Name, type => type.FullName!);

    [Fact]
    public void Domain_HasRecordsThatCouldBePrinted() => Assert.True(Records.Count > 50);

    [Theory]
    [InlineData("IncidentServerless.Domain.dll")]
    [InlineData("IncidentServerless.EventPatterns.dll")]
    [InlineData("IncidentServerless.Storage.dll")]
    [InlineData("bootstrap.dll")]
    public void Text_OfTheFunctions_HoldsNoRecord(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly)));
        var reader = file.GetMetadataReader();
        var printed = Enumerable.Range(1, reader.GetTableRowCount(TableIndex.MethodSpec))
            .Select(row => reader.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)))
            .Where(call => NameOf(reader, call.Method) == "AppendFormatted")
            .SelectMany(call => call.DecodeSignature(new TypeNames(), null))
            .Where(Records.Contains);
        Assert.Empty(printed);
    }

    private static string NameOf(MetadataReader reader, EntityHandle method) => method.Kind == HandleKind.MemberReference
        ? reader.GetString(reader.GetMemberReference((MemberReferenceHandle)method).Name)
        : reader.GetString(reader.GetMethodDefinition((MethodDefinitionHandle)method).Name);

    private sealed class TypeNames : ISignatureTypeProvider<string, object?>
    {
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeReference(handle).Name);

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => typeArguments.FirstOrDefault(Records.Contains) ?? genericType;

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSZArrayType(string elementType) => "array";

        public string GetArrayType(string elementType, ArrayShape shape) => "array";

        public string GetByReferenceType(string elementType) => elementType;

        public string GetPointerType(string elementType) => elementType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetFunctionPointerType(MethodSignature<string> signature) => "function";

        public string GetGenericMethodParameter(object? genericContext, int index) => "parameter";

        public string GetGenericTypeParameter(object? genericContext, int index) => "parameter";
    }
}
