namespace System.Runtime.CompilerServices;

/// <summary>What the compiler needs for records, which .NET Standard 2.0 lacks.</summary>
internal static class IsExternalInit;
