using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using Orleans;

namespace Twin.Embedded.Tests;

/// <summary>
/// Emits an assembly with one interface of one method: what must be refused cannot live in this assembly.
/// </summary>
internal static class InterfaceShape
{
    private static int s_count;

    public static Assembly Emit(
        Type returnType,
        Type[]? parameters = null,
        Type? attribute = null,
        Type? extends = null,
        bool isPublic = true,
        bool isGeneric = false,
        bool isGenericMethod = false)
    {
        // The runtime finds assemblies by name, so each has one of its own.
        var number = Interlocked.Increment(ref s_count).ToString(CultureInfo.InvariantCulture);
        var assembly = AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName($"Shapes.{number}"), AssemblyBuilderAccess.Run);
        var type = assembly.DefineDynamicModule("Shapes").DefineType(
            "IShapeGrain",
            (isPublic ? TypeAttributes.Public : TypeAttributes.NotPublic)
                | TypeAttributes.Interface | TypeAttributes.Abstract,
            parent: null,
            [extends ?? typeof(IGrainWithStringKey)]);
        if (isGeneric)
        {
            type.DefineGenericParameters("T");
        }

        var method = type.DefineMethod(
            "Member",
            MethodAttributes.Public | MethodAttributes.Abstract | MethodAttributes.Virtual | MethodAttributes.NewSlot,
            returnType,
            parameters ?? []);
        if (isGenericMethod)
        {
            method.DefineGenericParameters("T");
        }

        if (attribute?.GetConstructor([]) is { } constructor)
        {
            method.SetCustomAttribute(new CustomAttributeBuilder(constructor, []));
        }

        type.CreateType();
        return assembly;
    }
}
